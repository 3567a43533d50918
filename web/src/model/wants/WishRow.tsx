import { cite, edit } from "../../actions";
import type { Clause, Maker } from "../../shapes";
import { update, useStore } from "../../store";
import { t } from "../../words";

interface Row {
  wish: Clause;
  maker: Maker;
  index: number;
  /** Where it stands, or would. */
  number: number;
  isEditable: boolean;
  isHeld: boolean;
  isCited: boolean;
  /** Whether it decides what is asked about. */
  decides: boolean;
  shown: { transform?: string };
  grip: Record<string, unknown>;
}

/** One wish: its place, a grip, its words, what it rests on, and what can be done with it. */
export function WishRow({ wish, maker, index, number, isEditable, isHeld, isCited, decides, shown, grip }: Row) {
  const technical = useStore((state) => state.technical);
  const place = index + 1;
  const id = `${maker.id}-${place}`;
  const words = <Words wish={wish} />;
  return (
    <li class="wish" data-testid={`want-${id}`} data-held={isHeld} data-off={wish.off} data-cited={isCited}
      data-decides={decides} style={shown}>
      <span class="place" aria-hidden="true">{number}</span>
      {isEditable && !wish.off
        ? <button class="grip" data-testid={`grip-${id}`} aria-label={t("model.grip", { place, words: wish.words })}
            aria-describedby="sorting-keys" {...grip}><Grip /></button>
        : <span class="grip" data-grip="" />}
      <div class="words">
        {words}
        {technical && <code>{wish.text}</code>}
        <Notes wish={wish} />
        {decides && <span class="decides">{t("model.decides_this")}</span>}
      </div>
      <button class="cites" data-testid={`cites-${id}`} aria-pressed={isCited} disabled={wish.off}
        aria-label={t("model.cites", { count: wish.evidence.length, words: wish.words })}
        title={t("model.rests_on")} onClick={() => cite(isCited ? null : wish.path)}>
        {wish.evidence.length ? `❝ ${wish.evidence.length}` : "–"}
      </button>
      {isEditable && <Doing wish={wish} id={id} />}
    </li>
  );
}

function Words({ wish }: { wish: Clause }) {
  if (!wish.equal.length) return <span class="text">{wish.words}</span>;
  return <ul class="equal">{wish.equal.map((each) => <li key={each.text} class="text">{each.words}</li>)}</ul>;
}

function Notes({ wish }: { wish: Clause }) {
  const notes = [
    wish.off && t("model.is_off"), wish.greatly && t("model.greatly"), wish.unknown && t("model.unknown"),
    wish.inferred && t("model.inferred"), wish.degree, wish.chance,
  ].filter(Boolean);
  return <>{notes.map((note) => <span key={note as string} class="chip">{note}</span>)}</>;
}

/** Changing a wish, switching it off or on, and deleting it. */
function Doing({ wish, id }: { wish: Clause; id: string }) {
  const { path, words } = wish;
  const switched = wish.off ? { op: "on", at: path, nth: wish.nth } : { op: "off", at: path };
  const key = wish.off ? "model.switch_on" : "model.switch_off";
  return (
    <span class="doing">
      {!wish.off && (
        <button class="sign" data-testid={`edit-${id}`} aria-label={t("editing.edit_what", { what: words })} title={t("editing.edit_what", { what: words })}
          onClick={() => update({ part: path })}>✎</button>
      )}
      <button class="sign" role="switch" aria-checked={!wish.off} aria-label={t(key, { words })} title={t(key, { words })}
        onClick={() => void edit([switched])}><span class="knob" /></button>
      {!wish.off && (
        <button class="sign" aria-label={t("model.delete", { words })} title={t("model.delete", { words })}
          onClick={() => void edit([{ op: "remove", at: path }])}>✕</button>
      )}
    </span>
  );
}

function Grip() {
  return (
    <svg width="10" height="16" viewBox="0 0 10 16" aria-hidden="true">
      {[3, 8, 13].flatMap((y) => [2.5, 7.5].map((x) => <circle key={`${x}-${y}`} cx={x} cy={y} r="1.4" />))}
    </svg>
  );
}
