import { Component } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { ReportView } from "../shapes";
import { t } from "../words";
import { Adding } from "./Adding";
import { useDesk } from "./desk";
import { blocksOf, placed, stretches, type Mark, type Stretch } from "./marks";
import { useNear } from "./near";
import { Offsets } from "./offsets";
import { addFromSelection } from "./selection";
import { sideOf, type Side } from "./sides";
import { take } from "./work";

const MANY = 250; // blocks; of more, only those near what is seen carry marks

/** How each item is drawn: its colour, and whether it was decided on. */
type Looks = Map<string, { colour: number; state: string }>;

/** The text as published, with who says what marked in it. */
export function TextPane({ view, sides }: { view: ReportView; sides: Map<string, Side> }) {
  const { current, form } = useDesk();
  const root = useRef<HTMLElement>(null);
  const blocks = useMemo(() => blocksOf(view.text), [view.text]);
  const offsets = useMemo(() => new Offsets(view.text), [view.text]);
  const drawn = useMemo(() => {
    const marks = placed(view.items.filter((row) => row.state !== "rejected" || row.id === current), offsets);
    return blocks.map((block) => stretches(block, marks));
  }, [view.items, blocks, offsets, view.items.find((row) => row.id === current)?.state === "rejected" ? current : ""]);
  const looks: Looks = useMemo(() => new Map(view.items.map((row) =>
    [row.id, { colour: sides.get(sideOf(view, row))?.colour ?? 0, state: row.state }])), [view.items, sides]);
  useEffect(() => {
    const mark = current && root.current?.querySelector(`[data-mark="${CSS.escape(current)}"]`);
    if (mark) mark.scrollIntoView({ block: "nearest", behavior: "auto" });
  }, [current, view.id]);
  return (
    <section class="pane text" aria-label={t("reports.text", { title: view.title })}>
      <p class="about quiet">
        <button data-testid="add-selected" onPointerDown={(event) => event.preventDefault()} onClick={() => void addFromSelection()}>
          + {t("reports.key_add")} <kbd>N</kbd>
        </button>
        {[view.outlet, view.author, view.when && (view.date_doubtful ? t("reports.perhaps", { day: view.when }) : view.when), view.name].filter(Boolean).join(" · ")}
      </p>
      <article ref={root} class="published" lang={view.language} data-report-text data-testid="text" tabIndex={0}
        aria-label={view.title} onClick={(event) => choose(event, current)}>
        {blocks.map((block, place) => (
          <BlockView key={`${view.id}-${block.start}`} start={block.start} stretches={drawn[place] as Stretch[]} looks={looks}
            current={current ?? ""} isTitle={place === 0 && block.text.trim() === view.title} isMany={blocks.length > MANY} />
        ))}
        {form?.kind === "add" && <Adding key={form.span.join()} form={form} />}
      </article>
    </section>
  );
}

/** Takes the item of a mark in hand; of several marks the next one at each click. */
function choose(event: MouseEvent, current: string | null): void {
  if (document.getSelection()?.isCollapsed === false) return;
  const ids: string[] = [];
  for (let node = event.target as HTMLElement | null; node; node = node.parentElement) {
    const id = node.dataset["mark"];
    if (id && !ids.includes(id)) ids.push(id);
  }
  const next = ids[(ids.indexOf(current ?? "") + 1) % ids.length];
  if (next) take(next);
}

interface BlockProps { start: number; stretches: Stretch[]; looks: Looks; current: string; isMany: boolean; isTitle: boolean }

/** A paragraph; drawn anew only where its own marks are others. */
class BlockView extends Component<BlockProps> {
  override shouldComponentUpdate(next: BlockProps): boolean {
    return print(next) !== print(this.props);
  }

  override render({ start, stretches: parts, looks, current, isMany, isTitle }: BlockProps) {
    return isMany && parts.some((part) => part.marks.length)
      ? <FarBlock start={start} parts={parts} looks={looks} current={current} />
      : <div class="block" data-start={start} data-title={isTitle || undefined} dir="auto">{inside(parts, looks, current)}</div>;
  }
}

/** What a block shows, in short. */
function print({ stretches: parts, looks, current }: BlockProps): string {
  return parts.map((part) => part.text.length + part.marks.map(({ item, role, lane }) => {
    const look = looks.get(item);
    return `${item}${role}${lane}${look?.colour}${look?.state}${item === current}`;
  }).join()).join("|");
}

function FarBlock({ start, parts, looks, current }: { start: number; parts: Stretch[]; looks: Looks; current: string }) {
  const root = useRef<HTMLDivElement>(null);
  const isNear = useNear(root, true) || parts.some((part) => part.marks.some((mark) => mark.item === current));
  return (
    <div ref={root} class="block" data-start={start} dir="auto">
      {isNear ? inside(parts, looks, current) : parts.map((part) => part.text).join("")}
    </div>
  );
}

const inside = (parts: Stretch[], looks: Looks, current: string) =>
  parts.map((part) => (part.marks.length ? marked(part, looks, current) : part.text));

/** A stretch within its marks, the outermost first. */
function marked({ text, marks }: Stretch, looks: Looks, current: string) {
  const ordered = [...marks].sort((a, b) => b.lane - a.lane || (a.role === "words" ? -1 : 1));
  return ordered.reduceRight<preact.ComponentChildren>((within, mark) => wrapped(within, mark, looks, current), text);
}

function wrapped(within: preact.ComponentChildren, { item, role, lane }: Mark, looks: Looks, current: string) {
  const look = looks.get(item);
  const kind = `mark dm-${(look?.colour ?? 0) + 1} ${role}`;
  const values = { class: kind, "data-mark": item, "data-lane": Math.min(lane, 3), "data-state": look?.state, "data-lit": item === current || undefined };
  return role === "speaker" ? <b {...values}>{within}</b> : <span {...values}>{within}</span>;
}
