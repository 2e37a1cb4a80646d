"""Clinical Training Pathways: one set of YAML records, every surface a reader meets.

The stages, in the order in which data flows. No stage reaches back; no stage reads a clock, the
network or the environment:

    data/*.yml -> load -> Dataset -> derive -> check -> compose -> Page -> render -> HTML
    content/*.md -> prose ------------------------------^            -> publish (PDF, schemas, ...)

``build.py`` is the whole pipeline in one function; read it first. ``plugin`` hands its result to
MkDocs and is the only package that knows MkDocs. ``finish`` repairs the built folder.
"""
