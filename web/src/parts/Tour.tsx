// The guided tour: six steps through an example, to be left at any time and gone on with later.
import { useEffect, useRef, useState } from "preact/hooks";
import { go } from "../actions";
import { beginWith, enter } from "../cases/begin";
import { current, update, useStore, type Screen } from "../store";
import { t } from "../words";

interface Stop {
  key: string;
  screen: Screen;
  /** What is pointed at: the first of these that is there. */
  at: string[];
}

const STOPS: Stop[] = [
  { key: "reports", screen: "reports", at: ['[data-testid^="item-"]', '[data-testid="tab-reports"]'] },
  { key: "dossier", screen: "dossier", at: ['[data-testid="positions"]', '[data-testid="tab-dossier"]'] },
  { key: "model", screen: "model", at: ['[data-testid^="grip-"]', '[data-testid="tab-model"]'] },
  { key: "why", screen: "model", at: ['[data-testid="matrix"]', '[data-testid="tab-model"]'] },
  { key: "tables", screen: "tables", at: ['[data-testid="tables"]', '[data-testid="tab-tables"]'] },
  { key: "brief", screen: "brief", at: ['[data-testid="frame"]', '[data-testid="tab-brief"]'] },
];
const KEPT = "satumeja.tour";
const EXAMPLE = "december-2021-b";
const LOOK_AGAIN = 400;

/** Opens what the tour goes through: the case in view, the example made before, or a new one. */
async function prepare(): Promise<void> {
  const { case: name, cases, session } = current();
  if (current().overview?.models.length && name) return;
  const made = cases?.cases.find((line) => line.name === t("cases.example_name") && line.models > 0)
    ?? cases?.cases.find((line) => line.models > 0);
  if (made) await enter(made.name);
  else if (!session?.read_only) await beginWith(EXAMPLE, t("cases.example_name"));
}

/** A card in the corner that says what a screen is for, and points at it. */
export function Tour() {
  useStore((state) => state.language);
  const [place, put] = useState(Math.min(Number(localStorage.getItem(KEPT) ?? 0), STOPS.length - 1));
  const [isReady, ready] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const stop = STOPS[place] as Stop;
  useEffect(() => void prepare().then(() => ready(true)), []);
  useEffect(() => {
    if (!isReady) return;
    localStorage.setItem(KEPT, String(place));
    if (current().case) go(stop.screen);
    heading.current?.focus();
    return pointing(stop.at);
  }, [place, isReady]);
  const leave = (isOver = false) => {
    if (isOver) localStorage.removeItem(KEPT);
    update({ drawer: null });
  };
  const last = place === STOPS.length - 1;
  return (
    <aside class="tour pane" aria-labelledby="tour-title" data-testid="tour"
      onKeyDown={(event) => { if (event.key === "Escape") leave(); }}>
      <p class="quiet">{t("tour.step", { step: place + 1, of: STOPS.length })}</p>
      <h2 id="tour-title" tabIndex={-1} ref={heading}>{t(`tour.${stop.key}`)}</h2>
      <p>{t(`tour.${stop.key}_what`)}</p>
      <p><b>{t("tour.try")}</b> {t(`tour.${stop.key}_try`)}</p>
      <p class="ways">
        <button data-testid="tour-back" disabled={place === 0} onClick={() => put(place - 1)}>{t("tour.back")}</button>
        <button class="main" data-testid="tour-next" onClick={() => (last ? leave(true) : put(place + 1))}>{t(last ? "tour.end" : "tour.next")}</button>
        <button data-testid="tour-leave" onClick={() => leave()}>{t("tour.leave")}</button>
      </p>
    </aside>
  );
}

/** Marks what is pointed at for as long as it is; what comes later is marked when it comes. */
function pointing(at: string[]): () => void {
  let marked: Element | null = null;
  const look = () => {
    const target = at.map((each) => document.querySelector(each)).find((each) => each !== null) ?? null;
    if (target === marked) return;
    marked?.removeAttribute("data-toured");
    target?.setAttribute("data-toured", "");
    marked = target;
  };
  look();
  const timer = setInterval(look, LOOK_AGAIN);
  return () => {
    clearInterval(timer);
    marked?.removeAttribute("data-toured");
  };
}
