/** What was asked of a language model and what came, or what asking would cost. */
(() => {
  "use strict";
  const { el, tile, section, count, percent } = ViewKit;
  const LONG = 240;

  const known = (value) => value !== null && value !== undefined;

  const dollars = (value) => (known(value) ? `$${value < 1 ? value.toFixed(4) : value.toFixed(2)}` : "unknown");

  const range = (low, high, format) => {
    const [from, to] = [format(low), format(high)];
    return from === to ? from : `${from} – ${to}`;
  };

  const table = (titles, rows, kind) => el("table", kind ? { class: kind } : {},
    el("thead", {}, el("tr", {}, ...titles.map((title) =>
      el("th", { scope: "col", class: ["Rows", "Seconds"].includes(title) ? "number" : null }, title)))), el("tbody", {}, ...rows));

  const estimate = ({ numbers }) => [
    el("p", { class: "card" }, "Nothing was asked and nothing was spent: this is what the table would cost. Choose ",
      el("em", {}, "Ask the model"), " in the dialog to get answers."),
    el("div", { class: "tiles" }, tile("rows", count(numbers.Rows)),
      tile("different prompts", count(numbers["Different prompts"])),
      tile("in the cache already", count(numbers["Different prompts: cached"])),
      tile("to be asked", count(numbers["Different prompts: to be asked"])),
      tile("tokens of prompts", count(numbers["Input tokens"])),
      tile("tokens of answers", range(numbers["Output tokens at least"], numbers["Output tokens at most"], count)),
      tile("US dollars", range(numbers["Cost at least"], numbers["Cost at most"], dollars))),
    known(numbers["Cost at most"]) ? null : el("p", { class: "quiet" },
      "The price of the model is not known: add it to an own price table to see the cost."),
  ];

  const totals = ({ numbers, statuses, free }) => {
    const answered = ["ok", "cached", "refused", "truncated"].reduce((all, status) => all + (statuses[status] || 0), 0);
    return el("div", { class: "tiles" }, tile("rows", count(numbers.Rows)), tile("answered", count(answered)),
      tile("from the cache", percent(free, answered)), tile("requests", count(numbers.Requests)),
      tile("tokens of prompts", count(numbers["Input tokens"])), tile("tokens of answers", count(numbers["Output tokens"])),
      tile("US dollars", dollars(numbers.Cost)),
      tile("suspicious answers", count(numbers["Suspicious answers"])));
  };

  const byStatus = ({ numbers, statuses }) => section("Rows by status", table(["Status", "Rows", ""],
    Object.entries(statuses).map(([status, rows]) => {
      const bar = el("i", { "aria-hidden": "true" });
      bar.style.width = `${(100 * rows) / numbers.Rows}%`;
      return el("tr", {}, el("th", { scope: "row" }, status),
        el("td", { class: "number" }, `${count(rows)} (${percent(rows, numbers.Rows)})`), el("td", { class: "share" }, bar));
    })));

  const byReason = ({ reasons }) => (reasons.length === 0 ? null : section("Why rows have no answer",
    table(["Reason", "Rows", "First"], reasons.map(({ text, rows, first }) =>
      el("tr", {}, el("td", {}, text), el("td", { class: "number" }, count(rows)), el("td", {}, ViewKit.cut(first)))))));

  const bySeconds = ({ slowest }) => (slowest.length === 0 ? null : section("Slowest calls",
    table(["Name", "Seconds"], slowest.map(({ name, seconds }) =>
      el("tr", {}, el("td", {}, ViewKit.cut(name)), el("td", { class: "number" }, seconds.toFixed(2)))))));

  /** Answers are texts from outside: el makes texts of them, never markup. */
  const text = (value) => (value.length <= LONG ? value
    : el("details", {}, el("summary", {}, `${value.slice(0, LONG)}…`), value));

  const answerRow = ({ name, status, lint, text: value }) => el("tr", {}, el("th", { scope: "row" }, name),
    el("td", {}, status),
    el("td", {}, lint ? el("div", { class: "mark" }, lint) : null, text(value)));

  const list = (title, answers, all) => (answers.length === 0 ? null : section(title,
    answers.length < all ? el("p", { class: "quiet" }, `The first ${answers.length} of ${count(all)}.`) : null,
    table(["Name", "Status", "Answer"], answers.map(answerRow), "answers")));

  ViewKit.start((data) => {
    const answered = Object.entries(data.statuses).filter(([status]) => ["ok", "cached", "refused", "truncated"].includes(status))
      .reduce((all, [, rows]) => all + rows, 0);
    const parts = data.estimate ? estimate(data) : [totals(data),
      el("div", { class: "sides" }, ...[byStatus(data), bySeconds(data), byReason(data)].filter(known)),
      list("Suspicious answers", data.suspicious, data.numbers["Suspicious answers"]),
      list("Answers", data.answers, answered)];
    document.getElementById("main").replaceChildren(...parts.filter(known));
  });
})();
