// What is selected in the text, as a span of it in code points.
import { say } from "../actions";
import { t } from "../words";
import { onDesk, setDesk } from "./desk";
import { Offsets } from "./offsets";
import { needChoices } from "./work";

/** The unit of the text at a place of the page, by the block it stands in; null outside of it. */
function unitAt(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>("[data-start]");
  if (block) {
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(node, offset);
    return Number(block.dataset["start"]) + before.toString().length;
  }
  // Between two blocks, as where whole paragraphs are chosen.
  const next = node instanceof Element ? node.children[offset] : undefined;
  if (next instanceof HTMLElement && next.dataset["start"]) return Number(next.dataset["start"]);
  const last = node instanceof Element ? node.children[offset - 1] : undefined;
  if (last instanceof HTMLElement && last.dataset["start"])
    return Number(last.dataset["start"]) + (last.textContent ?? "").length;
  return null;
}

/** What is selected in the text of the report in view: units, without blanks around it. */
export function selected(text: string): { start: number; stop: number; range: Range } | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const root = document.querySelector("[data-report-text]");
  if (!root || !range.intersectsNode(root)) return null;
  let start = unitAt(range.startContainer, range.startOffset);
  let stop = unitAt(range.endContainer, range.endOffset);
  if (start === null || stop === null) return null;
  while (start < stop && /\s/.test(text.charAt(start))) start += 1;
  while (stop > start && /\s/.test(text.charAt(stop - 1))) stop -= 1;
  return start < stop ? { start, stop, range } : null;
}

/** Opens the form in which what is selected is added. */
export async function addFromSelection(): Promise<void> {
  const { view } = onDesk();
  const place = view ? selected(view.text) : null;
  if (!view || !place) return say(t("reports.select_first"));
  const offsets = new Offsets(view.text);
  const root = document.querySelector<HTMLElement>("[data-report-text]") as HTMLElement;
  const box = place.range.getBoundingClientRect();
  const around = root.getBoundingClientRect();
  setDesk({
    form: {
      kind: "add",
      span: [offsets.points(place.start), offsets.points(place.stop)],
      words: view.text.slice(place.start, place.stop),
      top: box.bottom - around.top + root.scrollTop + 8,
      left: Math.max(0, Math.min(box.left - around.left, around.width - 340)),
    },
  });
  // The page forgets what was selected as soon as a field is written into.
  if ("highlights" in CSS) CSS.highlights.set(SELECTED, new Highlight(place.range.cloneRange()));
  await needChoices();
}

const SELECTED = "selected-words";

export function forgetSelected(): void {
  if ("highlights" in CSS) CSS.highlights.delete(SELECTED);
}
