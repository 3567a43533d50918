// The published conflicts, to begin with one.
import { useEffect, useState } from "preact/hooks";
import { trying } from "../actions";
import { ask } from "../session";
import type { GalleryLine, GalleryList } from "../shapes";
import { useStore } from "../store";
import { classOf } from "../parts/Maker";
import { t } from "../words";
import { beginWith } from "./begin";

const plain = (words: string): string => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** All conflicts of the gallery, with a search. */
export function Gallery({ close }: { close: () => void }) {
  const language = useStore((state) => state.language);
  const [entries, show] = useState<GalleryLine[] | null>(null);
  const [sought, seek] = useState("");
  useEffect(() => {
    void trying(() => ask<GalleryList>("GET", `/gallery?lang=${language}`)).then((list) => show(list?.entries ?? []));
  }, [language]);
  const words = plain(sought).split(/\s+/);
  const fits = (line: GalleryLine) => {
    const text = plain([line.title, line.about, line.source, ...line.makers].join(" "));
    return words.every((word) => text.includes(word));
  };
  const listed = (entries ?? []).filter(fits);
  return (
    <section class="pane gallery" aria-labelledby="gallery-title">
      <button data-testid="gallery-back" onClick={close}>← {t("shell.cases")}</button>
      <h1 id="gallery-title">{t("cases.door_gallery")}</h1>
      <label class="naming">
        {t("cases.search")} <input type="search" data-testid="gallery-search" value={sought} onInput={(event) => seek(event.currentTarget.value)} />
      </label>
      <p class="quiet" role="status">{entries ? t("cases.found", { count: listed.length }) : t("cases.moment")}</p>
      <ul class="cards">
        {listed.map((line) => <Card key={line.id} line={line} />)}
      </ul>
    </section>
  );
}

function Card({ line }: { line: GalleryLine }) {
  return (
    <li class="casecard">
      <Picture line={line} />
      <h2>{line.title}</h2>
      <p>{line.about}</p>
      <p class="quiet">{line.source || t("cases.own_work")}</p>
      {line.has_reports && <p class="quiet">{t("cases.with_reports")}</p>}
      <button class="main" data-testid={`begin-${line.id}`} onClick={() => void beginWith(line.id, line.title)}>
        {t("cases.begin")}<span class="unseen"> {line.title}</span>
      </button>
    </li>
  );
}

/** A table seen from above: who sits at it, each with as many marks as options. */
function Picture({ line }: { line: GalleryLine }) {
  const seats = line.makers.map((name, place) => {
    const turn = (place / line.makers.length) * 2 * Math.PI - Math.PI / 2;
    const at = (away: number, aside = 0) => [80 + away * 1.6 * Math.cos(turn) - aside * Math.sin(turn), 48 + away * Math.sin(turn) + aside * Math.cos(turn)];
    const count = Math.min(line.options[place] ?? 0, 8);
    const [x = 0, y = 0] = at(36);
    return (
      <g key={name} class={classOf(place)}>
        <circle cx={x} cy={y} r="7" />
        {Array.from({ length: count }, (_, mark) => {
          const [left = 0, top = 0] = at(21, (mark - (count - 1) / 2) * 5);
          return <circle key={mark} cx={left} cy={top} r="1.8" />;
        })}
      </g>
    );
  });
  return (
    <svg class="caseseats" viewBox="0 0 160 96" role="img" aria-label={line.makers.join(", ")}>
      <ellipse cx="80" cy="48" rx="46" ry="27" />
      {seats}
    </svg>
  );
}
