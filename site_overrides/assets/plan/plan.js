/* Plans as pure functions: counting back from a day, and calendar files. The same in generator/derive/plan.py and
   generator/publish/calendars.py; a test holds them equal. Days are ISO dates; no clock, no time zone. */
(function (root) {
  "use strict";

  const DAY = 86400000;
  const LINE = 75;

  /* The day that lies so many days before another; null if it is no day. */
  function before(day, days) {
    const time = Date.parse(`${day}T00:00:00Z`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(time)) return null;
    if (new Date(time).toISOString().slice(0, 10) !== day) return null;
    return new Date(time - days * DAY).toISOString().slice(0, 10);
  }

  /* For each step the days before the end at which it must start, and how many from it on are not known. */
  function slots(steps) {
    const found = {};
    const later = {};
    steps.slice().reverse().forEach((step) => {
      const nexts = steps.filter((each) => each.after.includes(step.id) && found[each.id]);
      const [least, most] = step.days || [0, 0];
      later[step.id] = new Set([step.id, ...nexts.flatMap((each) => [...later[each.id]])]);
      found[step.id] = {
        least: least + Math.max(0, ...nexts.map((each) => found[each.id].least)),
        most: most + Math.max(0, ...nexts.map((each) => found[each.id].most)),
        unknown: steps.filter((each) => later[step.id].has(each.id) && !each.days).length,
      };
    });
    return found;
  }

  /* A calendar of a plan (RFC 5545): the latest start of each step with a known time, and the first day. */
  function calendar(plan, start) {
    const at = slots(plan.steps);
    const stamp = `${plan.stamp.replaceAll("-", "")}T000000Z`;
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Clinical Training Pathways//Plan//EN"];
    const event = (id, day, summary, description) => lines.push(
      "BEGIN:VEVENT", `UID:${plan.id.replaceAll("/", "-")}-${id}-${start}@clinical-training-pathways`,
      `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`, "TRANSP:TRANSPARENT",
      `SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`, "END:VEVENT");
    plan.steps.filter((step) => at[step.id].most > 0).forEach((step) => {
      event(step.id, before(start, at[step.id].most), step.summary, step.description);
    });
    event("first-day", start, `First day: ${plan.title}`, "");
    lines.push("END:VCALENDAR");
    return lines.map((line) => `${folded(line)}\r\n`).join("");
  }

  function escaped(words) {
    return words.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  }

  /* Lines of at most 75 bytes; what is longer goes on after a space. */
  function folded(line) {
    const bytes = (letter) => new TextEncoder().encode(letter).length;
    const parts = [""];
    let length = 0;
    for (const letter of line) {
      if (length + bytes(letter) > LINE) {
        parts.push(" ");
        length = 1;
      }
      parts[parts.length - 1] += letter;
      length += bytes(letter);
    }
    return parts.join("\r\n");
  }

  root.Plan = { before, slots, calendar };
})(globalThis);
