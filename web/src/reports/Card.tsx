import { Component } from "preact";
import { useRef } from "preact/hooks";
import { point } from "../actions";
import type { ActRow, ItemRow, ReportView } from "../shapes";
import type { PointedAs } from "../store";
import { t } from "../words";
import { Editing } from "./Editing";
import { editCurrent } from "./keys";
import { useNear } from "./near";
import type { Side } from "./sides";
import { decide, decideAct, take } from "./work";

export interface CardProps {
  row: ItemRow;
  view: ReportView;
  side: Side | undefined;
  isCurrent: boolean;
  isEdited: boolean;
  isMany: boolean;
}

const SIGNS: Record<string, string> = { accepted: "✓", edited: "✎", added: "+", rejected: "✗" };

/** A card of the list; drawn anew only where what it shows is other. */
export class Card extends Component<CardProps> {
  override shouldComponentUpdate(next: CardProps): boolean {
    const { row, view, side, isCurrent, isEdited, isMany } = this.props;
    const isAlike = row === next.row && isCurrent === next.isCurrent && isEdited === next.isEdited && isMany === next.isMany
      && side?.colour === next.side?.colour && side?.letter === next.side?.letter
      && view.id === next.view.id && view.actors === next.view.actors && (!row.within || view.items === next.view.items);
    return !isAlike;
  }

  override render(props: CardProps) {
    return <Whole {...props} />;
  }
}

/** One thing somebody said or did; the one in hand with what can be done about it. */
function Whole({ row, view, side, isCurrent, isEdited, isMany }: CardProps) {
  const root = useRef<HTMLLIElement>(null);
  const isNear = useNear(root, isMany) || isCurrent;
  return (
    <li ref={root} class={`itemcard dm-${(side?.colour ?? 0) + 1}`} data-testid={`item-${row.id.replace("#", "-")}`} data-state={row.state}
      aria-current={isCurrent ? "true" : undefined} tabIndex={isCurrent ? 0 : -1}
      onClick={() => { if (!isCurrent) take(row.id); }}>
      {isNear && <Head row={row} view={view} side={side} />}
      <blockquote lang={view.language} dir="auto">{row.words}</blockquote>
      {isNear && !isEdited && <Acts row={row} view={view} isCurrent={isCurrent} />}
      {isNear && row.note && <p class="quiet">{t("reports.noted", { who: row.who, note: row.note })}</p>}
      {isEdited ? <Editing row={row} view={view} /> : isCurrent && <Deciding row={row} view={view} />}
    </li>
  );
}

function Head({ row, view, side }: Pick<CardProps, "row" | "view" | "side">) {
  const name = row.speaker ? view.actors[row.speaker]?.name ?? row.speaker : t("reports.nobody");
  const outer = row.within ? view.items.find((other) => other.id === row.within) : undefined;
  const teller = outer?.speaker ? view.actors[outer.speaker]?.name : undefined;
  const facts = [row.mode_words, row.kind === "act" ? t("reports.told") : "", row.when, teller ? t("reports.within", { who: teller }) : ""];
  return (
    <header>
      {side && <b class="letter" aria-hidden="true">{side.letter}</b>}
      <b class="who">{name}</b>
      <span class="quiet">{facts.filter(Boolean).join(" · ")}</span>
      {row.state === "proposed"
        ? (row.doubtful || row.by_model) && <span class="doubt">{t(row.by_model ? "reports.by_model" : "reports.doubtful")}</span>
        : <span class="state">{SIGNS[row.state]} {row.state_words}</span>}
    </header>
  );
}

function Acts({ row, view, isCurrent }: Pick<CardProps, "row" | "view" | "isCurrent">) {
  if (row.acts.length === 0) return null;
  return (
    <ul class="acts">
      {row.acts.map((act) => (
        <li key={act.id} data-state={act.state}>
          <span>{actWords(act, row, view)}</span>
          {isCurrent && row.kind === "statement" && (
            act.state === "rejected"
              ? <button aria-label={t("reports.keep_act", { act: act.kind_words })} onClick={() => void decideAct("accept", act.id)}>↺</button>
              : <button aria-label={t("reports.drop_act", { act: act.kind_words })} onClick={() => void decideAct("reject", act.id)}>×</button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** An act in words: whose, where it is not the speaker's own; what, to whom, about what, on what condition. */
function actWords(act: ActRow, row: ItemRow, view: ReportView): string {
  const side = row.speaker && view.actors[row.speaker]?.side;
  const whose = act.actor === row.speaker || act.actor === side ? "" : `${view.actors[act.actor]?.name ?? act.actor}: `;
  const target = act.target ? ` → ${view.actors[act.target]?.name ?? act.target}` : "";
  const issue = act.issue_name ? `: ${act.issue_name}` : "";
  const condition = act.condition ? ` (${act.condition})` : "";
  return whose + act.kind_words + target + issue + condition;
}

/** What can be done about the item in hand. */
function Deciding({ row, view }: Pick<CardProps, "row" | "view">) {
  const aim = (as: PointedAs) => (event: MouseEvent) => { event.stopPropagation(); point(view.id, row.id, as); };
  return (
    <div class="deciding">
      <button class="main" data-testid="accept" onClick={() => void decide("accept", row.id)}>{t("reports.accept")} <kbd>A</kbd></button>
      <button data-testid="reject" onClick={() => void decide("reject", row.id)}>{t("reports.reject")} <kbd>R</kbd></button>
      <button data-testid="edit" onClick={editCurrent}>{t("reports.edit")} <kbd>E</kbd></button>
      <span class="aims">
        <button data-testid="to-option" onClick={aim("option")}>→ {t("reports.option")}</button>
        <button data-testid="to-wish" onClick={aim("wish")}>→ {t("reports.wish")}</button>
        <button data-testid="to-line" onClick={aim("red_line")}>→ {t("reports.line")}</button>
      </span>
    </div>
  );
}
