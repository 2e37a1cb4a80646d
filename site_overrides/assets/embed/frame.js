"use strict";
// Inside an embed: tells the page around it how high it is, takes its theme and columns from the
// fragment, and says when its statements are past their day. Loaded in a sandbox as a rule: the
// origin may be opaque, nothing can be stored, and no message is trusted but for looks.
(() => {
  const MOST_COLUMNS = 4;
  const root = document.documentElement;
  const asked = new URLSearchParams(location.hash.replace(/^#\??/, ""));
  const secret = asked.get("secret"); // WordPress's, to know the frame by
  const tell = (message) => parent.postMessage(message, "*");
  const all = (selector) => [...document.querySelectorAll(selector)];

  // ---- Height: ours, WordPress's and Canvas's way of saying it.
  let told = 0;
  const measure = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    say();
  };
  const say = () => {
    tell({ type: "pathways:height", height: told });
    if (secret) tell({ message: "height", value: told, secret });
    if (asked.get("host") === "canvas") tell({ subject: "lti.frameResize", height: told });
  };

  const look = ({ theme }) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };

  // ---- A comparison may show a few of its columns.
  const pick = (ids) => {
    for (const table of all("table:has([data-column])")) {
      const heads = [...table.tHead.rows[0].cells];
      const shown = heads.map(({ dataset }) => !dataset.column || ids.includes(dataset.column));
      if (shown.filter(Boolean).length < 2) continue;
      for (const row of table.rows) [...row.cells].forEach((cell, at) => { cell.hidden = !shown[at]; });
    }
  };

  // ---- Links: from embed to embed without a trace in the history of the page around; WordPress lets
  // no frame open a window, and follows links to our site itself.
  const follow = (event) => {
    const link = event.target.closest("a[href]");
    const stays = link && link.target === "_self";
    if (!link || event.defaultPrevented || (stays ? link.pathname === location.pathname : !secret)) return;
    event.preventDefault();
    if (stays) location.replace(link.href.split("#")[0] + location.hash);
    else tell({ message: "link", value: link.href, secret });
  };

  look({ theme: asked.get("theme") });
  if (asked.get("cols")) pick(asked.get("cols").split(",").slice(0, MOST_COLUMNS));
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  if (all("[data-review-by]").some(({ dataset }) => dataset.reviewBy < today)) {
    document.querySelector(".ctp-stale").hidden = false;
  }
  if (parent === window) return;
  document.addEventListener("click", follow);
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || !data) return;
    if (data.type === "pathways:look") look(data);
    if (data.message === "ready" && data.secret === secret) say();
  });
  new ResizeObserver(measure).observe(document.body);
  addEventListener("load", measure); // observers rest while the frame is out of view
  measure();
})();
