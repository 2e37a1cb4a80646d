"use strict";
// The page that makes codes: fills them in for the page that is chosen, and shows it. The codes
// stand in the page with blanks, SITE/, PAGE and TITLE, and can be filled in by hand.
(() => {
  const form = document.querySelector('[data-module="embed"]');
  if (!form) return;
  const KEPT = "h1 h2 h3 h4 p ul ol li dl dt dd table caption thead tbody tr th td a strong em".split(" ");
  const home = form.dataset.site || new URL("../", location.href).href;
  const { page, theme } = form.elements;
  const fields = [...form.querySelectorAll("textarea:not([name=copy])")].map((field) => ({ field, code: field.value }));
  const shown = form.parentNode.querySelector("pathway-embed");
  const escaped = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

  // The words of an embed as HTML that every system lets through: no scripts, no styles, full links.
  const bare = (node, base) => {
    if (node.nodeType === Node.TEXT_NODE) return escaped(node.textContent);
    if (node.nodeType !== Node.ELEMENT_NODE || node.hidden || node.matches("script, input")) return "";
    const name = node.localName;
    const inner = [...node.childNodes].map((each) => bare(each, base)).join("");
    if (name === "sup") return ` [${inner.replace(/<[^>]*>/g, "")}]`;
    if (!KEPT.includes(name)) return inner;
    const href = node.getAttribute("href");
    if (name === "a" && href.startsWith("#")) return inner;
    const more = name === "a" ? ` href="${escaped(new URL(href, base).href)}"` : "";
    const scope = node.hasAttribute("scope") ? ` scope="${node.getAttribute("scope")}"` : "";
    return `<${name}${more}${scope}>${inner}</${name}>`;
  };

  const copyOf = async (url) => {
    const found = await (await fetch(new URL(`../embed/${url}`, location.href))).text();
    const article = new DOMParser().parseFromString(found, "text/html").querySelector("article");
    return bare(article, new URL(`embed/${url}`, home)).replace(/\s*\n\s*/g, "\n").trim();
  };

  const fill = async () => {
    const { value: url, selectedOptions: [{ label }] } = page;
    const fragment = theme.value === "auto" ? "" : `#theme=${theme.value}`;
    for (const { field, code } of fields) {
      field.value = code
        .replaceAll("SITE/", home)
        .replace(/(embed\/|page=")PAGE/g, (_, way) => way + url + fragment)
        .replaceAll("PAGE", url)
        .replaceAll("TITLE", field.name === "line" ? label : escaped(label));
    }
    shown.setAttribute("page", url);
    shown.setAttribute("theme", theme.value);
    history.replaceState(null, "", `?page=${url.slice(0, -1)}`);
    form.elements.copy.value = await copyOf(url);
  };

  for (const each of document.querySelectorAll("[data-live], .ctp-code")) each.hidden = false;
  form.querySelector("[data-by-hand]").hidden = true;
  const asked = `${new URLSearchParams(location.search).get("page")}/`;
  if ([...page.options].some((each) => each.value === asked)) page.value = asked;
  form.addEventListener("change", fill);
  form.addEventListener("submit", (event) => event.preventDefault());
  fill();
})();
