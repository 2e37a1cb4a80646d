"use strict";
// Stands before the theme's search worker: answers "ready" at once, and loads the worker and the
// documents only when the reader types the first letter.
(() => {
  const READY = 1;
  const SETUP = 0;
  const QUERY = 2;
  const theme = new URLSearchParams(self.location.search).get("theme");
  const post = self.postMessage.bind(self);
  let setup = null;
  let state = "idle";
  let waiting = "";

  const tell = (data) => self.dispatchEvent(new MessageEvent("message", { data }));

  const load = async () => {
    state = "loading";
    try {
      const answer = await fetch("../../search/search_docs.json");
      const docs = await answer.json();
      importScripts(`../javascripts/workers/${theme}`);
      state = "starting";
      tell({ type: SETUP, data: { ...setup, docs } });
    } catch {
      state = "idle"; // the next letter tries again
    }
  };

  self.postMessage = (message) => {
    if (message.type === READY && state === "starting") {
      state = "ready";
      tell({ type: QUERY, data: waiting });
    } else {
      post(message);
    }
  };

  self.addEventListener("message", ({ data }) => {
    if (state === "starting" || state === "ready") {
      if (data.type === QUERY) waiting = data.data;
      return; // the theme's worker hears it too
    }
    if (data.type === SETUP) {
      setup = data.data;
      post({ type: READY });
    } else if (data.type === QUERY) {
      waiting = data.data;
      if (state === "idle" && waiting.trim()) load();
    }
  });
})();
