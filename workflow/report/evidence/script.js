"use strict";
// What the address names is chosen: its sentences, its words, its number. Nothing else has a state.
const store = document.getElementById("data");
const { numbers, cues, sources, names, definitions, frames, events } = JSON.parse(store.textContent);
const all = (query, place = document) => [...place.querySelectorAll(query)];
const byId = (id) => document.getElementById(id);
const sentences = all(".sentence"), words = all(".cue"), chart = document.querySelector(".chart");
const status = byId("status"), detail = byId("detail"), moves = byId("moves");
const VOICES = { narrator: "own", own: "own", attributed: "quoted", quoted: "quoted" };
let chosen = [], place = -1, shown = () => true; // shown: whether a cue is one of those chosen

// An address is a number's key, a sentence (arab_ar_11, arab_ar_11/violation), a code (violation),
// or a source or language with a code, and perhaps a voice (ar/violation/narrator).
function resolve(address) {
  if (!address) return null;
  if (Object.hasOwn(numbers, address)) return named(address);
  const [first, second, third] = address.split("/");
  if (sentences.some((sentence) => sentence.id === first))
    return { units: [first], codes: second ? [second] : [...frames, ...events], address, title: call(first), about: second ? call(second) : "" };
  if (frames.includes(first) || events.includes(first)) return both(first);
  const source = sources[first];
  if (source && frames.includes(second))
    return named(`${second}.${source}.${third ? VOICES[third] : "sentences"}`);
  return source && events.includes(second) ? named(`event.${second}.${source}.sentences`) : undefined;
}

function named(key) {
  const number = numbers[key];
  if (!number) return undefined;
  const unit = key.endsWith(`.${number.unit}`) ? "" : number.unit;
  const parts = [unit, number.n && `n = ${number.n}`, number.method, number.source];
  return { key, units: number.units ?? [], codes: number.codes ?? [], said_by: number.said_by, held: number.held, value: number.text, address: key, title: key.split(".").map(call).join(" · "), about: parts.filter(Boolean).join(" · ") };
}

// What a part of an address is called.
function call(part) {
  const sentence = sentences.find(({ id }) => id === part);
  const column = sentence?.closest(".column").dataset.source;
  if (sentence) return `${names[column]} sentence ${sentence.querySelector(".place").textContent}`;
  return names[part] ?? part.replaceAll("_", " ");
}

function both(code) {
  const keys = [...new Set(Object.values(sources))].map((source) =>
    frames.includes(code) ? `${code}.${source}.sentences` : `event.${code}.${source}.sentences`);
  return { units: keys.flatMap((key) => numbers[key].units ?? []), codes: [code], address: code, title: call(code), about: definitions[code] };
}

function show() {
  const address = decodeURIComponent(location.hash.slice(1));
  const found = ["numbers", "texts"].includes(address) ? null : resolve(address);
  hide();
  mark(found ?? null);
  if (found) say(found);
  else status.textContent = found === undefined ? `No number and no sentence has the address “${address}”.` : "";
}

function mark(found) {
  const units = new Set(found?.units), codes = new Set(found?.codes);
  shown = (cue) => codes.has(cue.code) && [["said_by", cue.said_by], ["held", cue.held]].every(([name, id]) => !found[name] || found[name] === id);
  document.body.classList.toggle("chosen", units.size > 0);
  chart?.classList.toggle("chosen", units.size > 0);
  for (const sentence of sentences) {
    sentence.classList.toggle("on", units.has(sentence.id));
    // Tab goes from marked word to marked word: what is not chosen is left to the pointer.
    for (const link of all("a, summary", sentence)) reach(link, !units.size || units.has(sentence.id));
  }
  for (const word of words) {
    const active = units.has(word.closest(".sentence").id) ? list(word).filter(shown) : [];
    word.classList.toggle("on", active.length > 0);
    word.classList.toggle("attributed", active.length > 0 && active.every((cue) => cue.voice === "attributed"));
    if (active.length && "begins" in word.dataset) word.tabIndex = 0;
    else word.removeAttribute("tabindex");
  }
  for (const group of all(".chart g")) group.classList.toggle("on", units.has(group.dataset.unit));
  for (const cell of all(".chart .cell")) cell.classList.toggle("on", codes.has(cell.dataset.code));
  for (const tag of all(".tag[data-code]"))
    tag.classList.toggle("on", codes.has(tag.dataset.code) && units.has(tag.closest(".sentence").id) && codes.size < 9);
  for (const link of all(".number"))
    link.toggleAttribute("aria-current", link.getAttribute("href") === `#${found?.key}`);
  chosen = sentences.filter((sentence) => units.has(sentence.id));
  place = -1;
  moves.hidden = !found;
  if (chosen.length) for (const column of all(".column")) bring(chosen.find((sentence) => column.contains(sentence)), column);
}

function reach(link, yes) {
  if (yes) link.removeAttribute("tabindex");
  else link.tabIndex = -1;
}

function say({ value, title, about, units, address }) {
  status.replaceChildren(...(value === undefined ? [] : [element("b", value), " "]), element("strong", title));
  status.append(about ? ` · ${about}` : "", units.length ? "" : " · counts no sentence", " ", element("code", `#${address}`));
}

// Scrolls a column by itself where it has its own bar, the page otherwise.
function bring(sentence, column) {
  if (!sentence) return;
  const own = column.scrollHeight > column.clientHeight + 1 && getComputedStyle(column).overflowY === "auto";
  if (own) column.scrollTop = sentence.offsetTop - column.offsetTop - column.querySelector("h2").offsetHeight - 8;
  else if (sentence === chosen[0]) sentence.scrollIntoView({ block: "start" });
}

function step(by) {
  if (!chosen.length) return;
  sentences.forEach((sentence) => sentence.classList.remove("here"));
  place = (place + by + chosen.length + (place < 0 && by < 0 ? 1 : 0)) % chosen.length;
  chosen[place].classList.add("here");
  chosen[place].scrollIntoView({ block: "center" });
}

const list = (word) => word.dataset.cues.split(" ").map((number) => cues[number]);

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function explain(word) {
  const on = all(".cue.on").length > 0;
  const active = list(word).filter((cue) => !on || shown(cue));
  if (!active.length || (on && !word.classList.contains("on"))) return;
  detail.replaceChildren(...active.map(describe));
  detail.hidden = false;
  const box = word.getBoundingClientRect(), size = detail.getBoundingClientRect();
  const below = box.bottom + 8 + size.height < innerHeight;
  detail.style.top = `${below ? box.bottom + 8 : Math.max(8, box.top - size.height - 8)}px`;
  detail.style.left = `${Math.min(Math.max(8, box.left), innerWidth - size.width - 8)}px`;
  word.setAttribute("aria-describedby", "detail");
}

function describe(cue) {
  const rows = { [cue.kind]: cue.label, words: cue.words, means: cue.gloss };
  rows.cue = cue.pattern;
  if (cue.conditions) rows.conditions = `${cue.conditions} rows of the rule restrict it`;
  if (cue.speaker) rows.voice = cue.speaker + (cue.voice_rule ? ` (rule ${cue.voice_rule})` : "");
  if (cue.blamed) rows.blamed = cue.blamed + (cue.blamed_rule ? ` (rule ${cue.blamed_rule})` : "");
  const made = document.createElement("dl");
  for (const [name, value] of Object.entries(rows)) {
    const cell = document.createElement("dd");
    cell.append(element("bdi", value));
    made.append(element("dt", name), cell);
  }
  const link = element("a", cue.place), where = document.createElement("dd");
  link.href = `${store.dataset.codebook}${cue.sheet}#L${cue.row}`;
  where.append(link);
  made.append(element("dt", "codebook"), where);
  return made;
}

function hide() {
  detail.hidden = true;
  all("[aria-describedby=detail]").forEach((word) => word.removeAttribute("aria-describedby"));
}

function fold(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
}

function search() {
  const sought = fold(byId("search").value.trim()), output = byId("found"), keys = byId("keys");
  keys.replaceChildren();
  sentences.forEach((sentence) => (sentence.hidden = false));
  output.textContent = "";
  if (!sought) return;
  const hits = sentences.filter((sentence) => fold(sentence.textContent).includes(sought));
  sentences.forEach((sentence) => (sentence.hidden = !hits.includes(sentence)));
  const names = Object.keys(numbers).filter((key) => fold(key.replaceAll(/[._]/g, " ")).includes(sought.replaceAll(/[._]/g, " ")));
  output.textContent = `${hits.length} sentences, ${names.length} numbers`;
  for (const key of names.slice(0, 12)) {
    const link = element("a", numbers[key].text), row = document.createElement("li");
    link.href = `#${key}`;
    link.className = "number";
    row.append(link, ` ${key}`);
    keys.append(row);
  }
}

for (const word of words) {
  word.addEventListener("mouseenter", () => explain(word));
  word.addEventListener("mouseleave", () => setTimeout(() => detail.matches(":hover") || document.activeElement === word || hide(), 150));
  word.addEventListener("focus", () => explain(word));
  word.addEventListener("blur", hide);
  word.addEventListener("click", () => explain(word));
}
detail.addEventListener("mouseleave", hide);
byId("previous").addEventListener("click", () => step(-1));
byId("next").addEventListener("click", () => step(1));
byId("up").addEventListener("click", () => byId("numbers").scrollIntoView());
byId("clear").addEventListener("click", () => (location.hash = ""));
byId("english").addEventListener("change", (event) => document.body.classList.toggle("original", !event.target.checked));
byId("search").addEventListener("input", search);
document.querySelector(".search").addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") detail.hidden ? (location.hash = "") : hide();
});
addEventListener("beforeprint", () => all("details").forEach((part) => (part.open = true)));
addEventListener("hashchange", show);
show();
