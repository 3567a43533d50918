// One sentence of the dossier: whose, when, in its words, how well borne out; and what can be made of it.
import { point, showItem } from "../actions";
import type { Said } from "../shapes";
import { useStore } from "../store";
import { t } from "../words";

/** Says whose a sentence is: the side, and who spoke for it. */
export function whose(said: Said): string {
  return said.by_name ? `${said.actor_name} (${said.by_name})` : said.actor_name;
}

/** What is done in a sentence: the act, towards whom, about what. */
function deed(said: Said): string {
  const target = said.target_name ? ` → ${said.target_name}` : "";
  return `${said.kind_words}${target}${said.issue_name ? ` · ${said.issue_name}` : ""}`;
}

export function Sentence({ said, isShort = false }: { said: Said; isShort?: boolean }) {
  const seeking = useStore((state) => state.seeking);
  const item = said.statement || said.item;
  return (
    <article class="saying" data-state={said.state} data-testid={`said-${said.item.replace("#", "-")}`}>
      <header>
        {!isShort && <b>{whose(said)}</b>} <span>{deed(said)}</span>
        <span class="quiet">
          {said.when}{said.of_report && <> · <span title={t("dossier.of_report_why")}>{t("dossier.of_report")}</span></>}
          {said.doubtful && ` · ${t("dossier.doubtful")}`}{said.due && ` · ${said.due}`}
        </span>
      </header>
      <blockquote lang={said.lang} dir="auto">{said.before}<mark>{said.words}</mark>{said.after}</blockquote>
      <footer>
        <button class="link" onClick={() => showItem(said.report, item)} data-testid="open-report">
          {said.report} · {said.title}{said.outlet && `, ${said.outlet}`}
        </button>
        <Marks said={said} />
        <span class="aims">
          {seeking
            ? <button class="main" data-testid="cite" onClick={() => point(said.report, said.item, "evidence")}>{t("dossier.cite_this")}</button>
            : <button data-testid="point" onClick={() => point(said.report, said.item)}>{t("dossier.to_model")}</button>}
        </span>
      </footer>
    </article>
  );
}

/** How well it is borne out, who checked it, what speaks against it, and who carries the same text. */
function Marks({ said }: { said: Said }) {
  return (
    <>
      <span class="grade" data-grade={said.grade} title={said.grade_words}>{said.grade_words.split(":")[0]}</span>
      <span class="checked" data-state={said.state}>
        {said.state === "proposed" ? said.state_words : `✓ ${said.state_words}${said.who ? ` (${said.who})` : ""}`}
      </span>
      {said.copies > 0 && <span class="quiet" title={t("dossier.copies_why")}>{t("dossier.copies", { count: said.copies })}</span>}
      {said.against.map((words) => <span key={words} class="against">⚡ {words}</span>)}
    </>
  );
}
