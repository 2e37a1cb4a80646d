"use strict";
// On somebody else's page: <pathway-embed page="visas/b-1/"><a href="...">...</a></pathway-embed>
// becomes a frame as high as what is in it. The link stays until the frame has spoken. Plain frames
// of ours grow too. Nothing of the page around is read or sent.
(() => {
  const SANDBOX = "allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox";
  const LEAST = 40;
  const MOST = 30000;
  const home = new URL("../../", document.currentScript.src);
  const embeds = new URL("embed/", home).href;

  class PathwayEmbed extends HTMLElement {
    static observedAttributes = ["page", "theme"];

    connectedCallback() {
      if (this.frame || !this.address) return;
      this.link = this.querySelector("a");
      if (!this.link && document.readyState === "loading") { // it may still be on its way
        document.addEventListener("DOMContentLoaded", () => this.connectedCallback(), { once: true });
        return;
      }
      this.frame = document.createElement("iframe");
      Object.assign(this.frame, {
        title: this.link ? this.link.textContent : "Clinical Training Pathways",
        lang: "en",
        loading: "lazy",
        referrerPolicy: "no-referrer",
        src: this.address,
      });
      this.frame.setAttribute("sandbox", SANDBOX);
      Object.assign(this.frame.style, { border: "0", display: "block", height: "600px", width: "100%" });
      this.style.display = "block";
      this.append(this.frame);
    }

    attributeChangedCallback(name, before) {
      if (!this.frame && this.isConnected) this.connectedCallback();
      if (!this.frame || before === null) return;
      if (name === "page") this.frame.src = this.address;
      else this.frame.contentWindow.postMessage({ type: "pathways:look", theme: this.theme }, "*");
    }

    get theme() {
      return this.getAttribute("theme") || "auto";
    }

    // The address of the embed with its theme in the fragment; empty if the page is not one of ours.
    get address() {
      const asked = new URL(this.getAttribute("page") || "", embeds);
      if (asked.href === embeds || !asked.href.startsWith(embeds)) return "";
      const fragment = new URLSearchParams(asked.hash.slice(1));
      if (this.hasAttribute("theme")) fragment.set("theme", this.theme);
      asked.hash = fragment;
      return asked.href;
    }

    spoke(height) {
      if (this.link) this.link.hidden = true;
      this.frame.style.height = `${height}px`;
    }
  }

  addEventListener("message", ({ data, origin, source }) => {
    if (origin !== home.origin && origin !== "null") return; // a sandboxed frame has no origin
    if (!data || data.type !== "pathways:height" || !Number.isInteger(data.height)) return;
    if (data.height < LEAST || data.height > MOST) return;
    const frame = [...document.querySelectorAll("iframe")].find((each) => each.contentWindow === source);
    if (!frame || !frame.src.startsWith(embeds)) return;
    if (frame.parentNode instanceof PathwayEmbed) frame.parentNode.spoke(data.height);
    else frame.style.height = `${data.height}px`;
  });

  if (!customElements.get("pathway-embed")) customElements.define("pathway-embed", PathwayEmbed);
})();
