"""Both engines with one small mistake each, made by a script."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from copy import deepcopy

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.Gt: ast.GtE,
    ast.LtE: ast.Lt,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift,
}
NAMES = {"min": "max", "max": "min", "NO": "UNKNOWN", "UNKNOWN": "YES", "YES": "NO"}


def of_python(source: str) -> Iterator[tuple[str, str]]:
    """Python sources with one mistake each, and what it is."""
    tree = _Bare().visit(ast.parse(source))
    for number, node in enumerate(ast.walk(tree)):
        for what in range(_ways(node)):
            changed = deepcopy(tree)
            target = next(each for at, each in enumerate(ast.walk(changed)) if at == number)
            before = ast.unparse(target)
            _break(target, what)
            line = getattr(node, "lineno", 0)
            yield f"line {line}: {before} -> {ast.unparse(target)}", ast.unparse(changed)


class _Bare(ast.NodeTransformer):
    """Leaves out what does not run: annotations of functions, and how a class is decorated."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        for each in (*node.args.args, *node.args.kwonlyargs):
            each.annotation = None
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Name("object", ast.Load())
        return self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        for each in node.decorator_list:
            if isinstance(each, ast.Call):
                each.keywords = []
        return self.generic_visit(node)


def _ways(node: ast.AST) -> int:
    """In how many ways a node can be broken."""
    match node:
        case ast.Compare(ops=ops):
            return sum(type(each) in COMPARISONS for each in ops)
        case ast.BinOp(op=op) | ast.AugAssign(op=op):
            return int(type(op) in OPERATORS)
        case ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return 1
        case ast.Name(id=name, ctx=ast.Load()):
            return int(name in NAMES)
        case ast.Constant(value=bool() | int()):
            return 1
    return 0


def _break(node: ast.AST, what: int) -> None:
    match node:
        case ast.Compare(ops=ops):
            ops[what] = COMPARISONS[type(ops[what])]()
        case ast.BinOp() | ast.AugAssign():
            node.op = OPERATORS[type(node.op)]()
        case ast.BoolOp():
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case ast.UnaryOp():
            node.op = ast.UAdd()  # +x is as true as x
        case ast.Name():
            node.id = NAMES[node.id]
        case ast.Constant(value=bool()):
            node.value = not node.value
        case ast.Constant(value=int(number)):
            node.value = number + 1


IN_SCRIPT = {
    "===": "!==",
    "!==": "===",
    " < ": " <= ",
    " > ": " >= ",
    " & ": " | ",
    "<<": ">>",
    "&&": "||",
    "||": "&&",
    "Math.min": "Math.max",
    "Math.max": "Math.min",
    "true": "false",
    "false": "true",
    ".every(": ".some(",
    "NO": "UNKNOWN",
    "UNKNOWN": "YES",
    "YES": "NO",
    "(!": "(",
}
_TOKEN = re.compile(
    "|".join(map(re.escape, sorted(IN_SCRIPT, key=len, reverse=True))) + r"|\b\d+\b"
)


def of_script(source: str) -> Iterator[tuple[str, str]]:
    """Scripts with one mistake each, and what it is; comments and declarations are left alone."""
    for found in _TOKEN.finditer(source):
        start = source.rfind("\n", 0, found.start()) + 1
        line = source[start : source.find("\n", start)]
        token = found.group()
        names = token in NAMES
        if "//" in line[: found.start() - start] or (
            names and line.lstrip().startswith("const " + token)
        ):
            continue
        put = IN_SCRIPT.get(token) or str(int(token) + 1)
        changed = source[: found.start()] + put + source[found.end() :]
        yield f"{line.strip()}: {token} -> {put}", changed
