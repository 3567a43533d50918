// The list of cases, and the three doors to a new one.
import { useEffect, useRef, useState } from "preact/hooks";
import { listCases } from "../actions";
import { filesOf } from "../reports/entries";
import type { CaseLine } from "../shapes";
import { update, useParts } from "../store";
import { listen } from "../stream";
import { t } from "../words";
import { beginBlank, beginWith, beginWithFiles, enter } from "./begin";
import { Gallery } from "./Gallery";
import { Lesson } from "./Lesson";

type View = "list" | "gallery" | "lesson";
const EXAMPLE = "december-2021-b";

/** Where cases are opened and begun. */
export function CasesScreen() {
  const [view, show] = useState<View>("list");
  const { cases, session, busy } = useParts("cases", "session", "busy");
  useEffect(() => listen((told) => { if (!["job", "hello", "bye"].includes(told.kind)) void listCases(); }), []);
  if (view === "gallery") return <Gallery close={() => show("list")} />;
  if (view === "lesson") return <Lesson close={() => show("list")} />;
  const readOnly = session?.read_only ?? false;
  return (
    <div class="cases" data-testid="case-list">
      <section class="pane welcome">
        <h1>{t("cases.title")}</h1>
        <p>{t("cases.what")}</p>
        <p class="ways">
          <button data-testid="example" disabled={readOnly} onClick={() => void beginWith(EXAMPLE, t("cases.example_name"))}>{t("cases.example")}</button>
          <button data-testid="start-tour" onClick={() => update({ drawer: "tour" })}>{t("cases.tour")}</button>
          <button data-testid="lesson" onClick={() => show("lesson")}>{t("cases.lesson")}</button>
        </p>
        <p class="quiet moment" role="status">{busy ? t("cases.moment") : ""}</p>
      </section>
      {!readOnly && <Doors gallery={() => show("gallery")} />}
      {cases && <List cases={cases.cases} folder={cases.folder} />}
    </div>
  );
}

/** The three ways to begin: with reports, with a published conflict, with nothing. */
function Doors({ gallery }: { gallery: () => void }) {
  const [name, rename] = useState("");
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const over = (event: DragEvent, is: boolean) => { event.preventDefault(); setOver(is); };
  const drop = (event: DragEvent) => {
    over(event, false);
    if (event.dataTransfer) void filesOf(event.dataTransfer).then((files) => beginWithFiles(name, files));
  };
  return (
    <section class="pane" aria-labelledby="new-case">
      <h2 id="new-case">{t("cases.new")}</h2>
      <label class="naming">
        {t("cases.name")} <input data-testid="case-name" value={name} maxLength={100} placeholder={t("cases.name_hint")} onInput={(event) => rename(event.currentTarget.value)} />
      </label>
      <div class="doors">
        <button class="door" data-testid="door-reports" data-over={isOver || undefined} onClick={() => input.current?.click()}
          onDragOver={(event) => over(event, true)} onDragLeave={(event) => over(event, false)} onDrop={drop}>
          <b>{t("cases.door_reports")}</b><span>{t("cases.door_reports_what")}</span>
        </button>
        <button class="door" data-testid="door-gallery" onClick={gallery}>
          <b>{t("cases.door_gallery")}</b><span>{t("cases.door_gallery_what")}</span>
        </button>
        <button class="door" data-testid="door-blank" onClick={() => void beginBlank(name)}>
          <b>{t("cases.door_blank")}</b><span>{t("cases.door_blank_what")}</span>
        </button>
      </div>
      <input ref={input} type="file" multiple hidden data-testid="case-files" aria-label={t("cases.door_reports")}
        onChange={(event) => void beginWithFiles(name, [...(event.currentTarget.files ?? [])])} />
    </section>
  );
}

function List({ cases, folder }: { cases: CaseLine[]; folder: string }) {
  return (
    <section class="pane" aria-labelledby="own-cases">
      <h2 id="own-cases">{t("cases.yours")}</h2>
      {cases.length === 0 && <p>{t("cases.none", { folder })}</p>}
      <ul class="case-lines">
        {cases.map((line) => (
          <li key={line.name}>
            <button class="case-line" data-testid={`case-${line.name}`} onClick={() => void enter(line.name)}>
              <b dir="auto">{line.name}</b>
              {line.title && <span dir="auto">{line.title}</span>}
              <span class="quiet">{holds(line)}</span>
              {line.elsewhere && <span class="quiet" dir="auto">{line.elsewhere}</span>}
            </button>
          </li>
        ))}
      </ul>
      {cases.length > 0 && <p class="quiet">{t("cases.where", { folder })}</p>}
    </section>
  );
}

/** What a case holds and when it was changed last, in words. */
function holds(line: CaseLine): string {
  const day = line.changed ? new Date(line.changed).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }) : "";
  const counts = t("cases.holds", { models: line.models, reports: line.reports });
  return day ? `${counts} · ${day}` : counts;
}
