import { useEffect, useMemo } from "preact/hooks";
import { listen } from "../stream";
import { current as state, update, useStore } from "../store";
import { t } from "../words";
import { setDesk, useDesk } from "./desk";
import { Dropping, useDropping } from "./Dropping";
import { Hints } from "./Hints";
import { useKeys } from "./keys";
import { Said } from "./Said";
import { Shelf } from "./Shelf";
import { sidesOf } from "./sides";
import { TextPane } from "./TextPane";
import { followOthers, openReport, redo, undo } from "./work";

/** The screen of reports: the shelf, the text as published, who said what in it. */
export function ReportsScreen() {
  const overview = useStore((all) => all.overview);
  const shown = useStore((all) => all.shown);
  const language = useStore((all) => all.language);
  const model = useStore((all) => all.document);
  const name = useStore((all) => all.case);
  const desk = useDesk();
  const { view } = desk;
  const sides = useMemo(() => (view ? sidesOf(view, model) : new Map()), [view, model]);
  const isOver = useDropping();
  useKeys();
  // Another language, another case, or an item asked for from elsewhere: read it anew.
  useEffect(() => {
    setDesk({ choices: null });
    const wanted = shown?.report ?? view?.id ?? overview?.reports[0]?.id;
    const isThere = overview?.reports.some((line) => line.id === wanted);
    const report = isThere ? wanted : overview?.reports[0]?.id;
    if (report) void openReport(report, shown?.item ?? desk.current ?? undefined);
    else setDesk({ view: null, current: null });
    if (shown) update({ shown: null });
  }, [language, name, overview?.name, overview?.reports.length === 0]);
  useEffect(() => {
    const { shown: asked } = state();
    if (!asked || !view) return;
    update({ shown: null });
    void openReport(asked.report, asked.item);
  }, [shown]);
  useEffect(() => {
    const take = (key: string | null | undefined, back: () => Promise<void>) => (key ? () => void back() : null);
    update({ steps: { undo: take(view?.undo, undo), redo: take(view?.redo, redo) } });
    return () => update({ steps: null });
  }, [view?.undo, view?.redo]);
  useEffect(() => listen((told) => { if (told.kind === "dossier" && told.case === state().case) followOthers(); }), []);
  const shelf = useMemo(() => <Shelf isOver={isOver} />, [isOver]);
  if (!overview?.reports.length) {
    return <section class="reports none"><h1 class="unseen">{t("reports.shelf")}</h1><Dropping isOver={isOver} isFirst /></section>;
  }
  return (
    <div class="reports">
      <h1 class="unseen">{t("reports.shelf")}</h1>
      {shelf}
      {view ? <TextPane view={view} sides={sides} /> : <section class="pane text" aria-busy="true" />}
      {view ? <Said view={view} sides={sides} /> : <section class="pane said" aria-busy="true" />}
      <Hints />
    </div>
  );
}
