"use strict";
// By the reader's day: what is due for a new check, and which policy changes have begun or ended.
// The pages say both for the day of the site; later days are counted here, without a new build.
(() => {
  if (document.querySelector(".ctp-early")) return; // a site of an earlier day says what held then
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((each) => String(each).padStart(2, "0"))
    .join("-");

  for (const age of document.querySelectorAll("[data-review-by]")) {
    if (today <= age.dataset.reviewBy) continue;
    age.classList.add("ctp-due");
    age.append(age.textContent ? ", check again" : " (check again)");
  }

  for (const alert of document.querySelectorAll(".ctp-in-force")) {
    const { from, until } = alert.dataset;
    if (until && until < today) alert.textContent = " (past its planned end)";
    else if (from && from <= today) alert.textContent = "";
  }

  const notice = document.querySelector(".ctp-fresh");
  const due = document.querySelectorAll(".ctp-due").length;
  if (!notice || !due) return;
  const day = notice.querySelector("time");
  notice.querySelector("b").textContent = due;
  notice.hidden = false;
  if (today <= day.dateTime) return;
  day.dateTime = today;
  day.textContent = now.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
})();
