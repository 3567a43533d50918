import { useEffect, useRef, useState } from "preact/hooks";
import { inCase, say, trying } from "../actions";
import { faultOf } from "../parts/answers";
import { download, ticketFor } from "../parts/papers";
import { ask } from "../session";
import type { Saved, TicketBody, TicketGiven } from "../shapes";
import { update, useStore } from "../store";
import { t, type Language } from "../words";

const FORMS: TicketBody["form"][] = ["full", "page", "submission", "telaahan"];
const LANGUAGES: Language[] = ["en", "id"];
const SETTLING = 400;

/** The screen of the brief: as it will be read, printed or saved. */
export function BriefScreen() {
  const file = useStore((state) => state.file);
  const version = useStore((state) => state.document?.version);
  const read = useStore((state) => state.language);
  const readOnly = useStore((state) => state.overview?.read_only);
  const [lang, setLang] = useState<Language>(read);
  const [form, setForm] = useState<TicketBody["form"]>("full");
  const [mark, setMark] = useState("");
  const [author, setAuthor] = useState("");
  const [made, setMade] = useState<TicketGiven | null>(null);
  const [fault, setFault] = useState("");
  const [making, setMaking] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);
  const turn = useRef(0);
  const wanted = { what: "brief", lang, form, mark, author } as const;

  const make = () => {
    if (!file) return;
    const mine = ++turn.current;
    setMaking(true);
    ticketFor({ ...wanted, kind: "html" }).then(
      (given) => { if (mine === turn.current) { setMade(given); setFault(""); setMaking(false); } },
      (error: unknown) => { if (mine === turn.current) { setFault(faultOf(error)); setMaking(false); } },
    );
  };
  useEffect(() => setLang(read), [read]);
  useEffect(() => {
    const timer = setTimeout(make, made ? SETTLING : 0);
    return () => clearTimeout(timer);
  }, [file, lang, form, mark, author]);
  const print = () => {
    frame.current?.contentWindow?.focus();
    frame.current?.contentWindow?.print();
  };
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "p") {
        event.preventDefault();
        print();
      }
    };
    addEventListener("keydown", follow);
    return () => removeEventListener("keydown", follow);
  }, []);
  const save = async () => {
    const saved = await trying(() =>
      ask<Saved>("POST", inCase("/briefs"), { file, kind: "html", ...wanted }));
    if (!saved) return;
    update({ note: { kind: "said", text: t("brief.saved", { name: saved.name }) } });
    say(t("brief.saved", { name: saved.name }));
  };

  if (!file) return <section class="pane"><h1>{t("shell.brief")}</h1><p>{t("brief.no_model")}</p></section>;
  const stale = made !== null && version !== undefined && made.version !== version;
  return (
    <div class="briefscreen">
      <section class="pane bar" aria-labelledby="brief-head">
        <h1 id="brief-head">{t("shell.brief")}</h1>
        <div class="formrow" role="group" aria-label={t("brief.language")}>
          {LANGUAGES.map((each) => (
            <button key={each} data-testid={`brief-${each}`} lang={each} aria-pressed={lang === each} onClick={() => setLang(each)}>
              {t(`brief.in_${each}`)}
            </button>
          ))}
        </div>
        <label class="formfield">{t("brief.form")}
          <select data-testid="brief-form" value={form} onChange={(event) => setForm(event.currentTarget.value as TicketBody["form"])}>
            {FORMS.map((each) => <option key={each} value={each}>{t(`brief.form_${each}`)}</option>)}
          </select>
        </label>
        <div class="formrow">
          <button class="main" data-testid="print" disabled={!made} onClick={print}>{t("brief.print")} <kbd>Ctrl P</kbd></button>
          <button data-testid="save" disabled={readOnly || !made} onClick={() => void save()}>{t("brief.save")}</button>
          <button data-testid="brief-pdf" onClick={() => void download({ ...wanted, kind: "pdf", form: paperForm(form) })}>PDF</button>
          <button data-testid="brief-docx" onClick={() => void download({ ...wanted, kind: "docx", form: paperForm(form) })}>Word</button>
        </div>
        <div class="formrow" role="group" aria-label={t("brief.tables")}>
          <span>{t("brief.tables")}</span>
          {(["csv", "tex", "xlsx"] as const).map((kind) => (
            <button key={kind} data-testid={`tables-${kind}`} onClick={() => void download({ what: "tables", kind, lang })}>
              {t(`brief.kind_${kind}`)}
            </button>
          ))}
        </div>
        <details>
          <summary>{t("brief.head")}</summary>
          <label class="formfield">{t("brief.mark")}
            <input value={mark} onInput={(event) => setMark(event.currentTarget.value)} /></label>
          <label class="formfield">{t("brief.author")}
            <input value={author} onInput={(event) => setAuthor(event.currentTarget.value)} /></label>
        </details>
      </section>
      {fault && <p class="pane formfault" role="alert">{fault}</p>}
      {made
        ? <iframe ref={frame} key={made.ticket} class="paper" data-testid="frame" title={t("brief.frame", { name: made.name })}
            sandbox="allow-same-origin allow-modals" src={`/t/${made.ticket}`} />
        : !fault && <p class="pane quiet" role="status">{t("brief.making")}</p>}
      {made && (
        <p class="foot" role="status" data-testid="made">
          <span>{t("brief.made", { file, time: timeOf(made.made, read) })}</span>
          {stale && <strong> · {t("brief.stale")}</strong>}{" "}
          <button data-testid="anew" class={stale ? "main" : ""} disabled={making} onClick={make}>{t("brief.anew")}</button>
        </p>
      )}
    </div>
  );
}

/** PDF and Word have the front page by default, as the command line writes them. */
const paperForm = (form: TicketBody["form"]): TicketBody["form"] => (form === "full" ? "page" : form);

const timeOf = (iso: string, language: Language): string =>
  new Date(iso).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
