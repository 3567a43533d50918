import { go, listCases, openModel, redo, setLanguage, undo } from "../actions";
import { SCREENS, update, useParts } from "../store";
import { t, type Language } from "../words";

const LANGUAGES: Language[] = ["en", "id"];

/** The head of every screen: the case, the screens, undo and redo, the language. */
export function Header() {
  const { screen, language, file, document, case: name, busy, preview, steps, overview } = useParts("screen", "language", "file", "document", "case", "busy", "preview", "steps", "overview");
  const models = overview?.models ?? [];
  const saved = preview ? t("shell.preview") : busy ? t("shell.working") : t("shell.saved");
  return (
    <header class="head">
      <button class="name" data-testid="tab-cases" title={t("shell.cases")} aria-current={screen === "cases" ? "page" : undefined}
        onClick={() => { go("cases"); void listCases(); }}>Satu Meja{name && <span class="quiet"> / {name}</span>}</button>
      {name && (
        <nav aria-label={t("shell.screens")}>
          {SCREENS.map((each) => (
            <button key={each} data-testid={`tab-${each}`} aria-current={screen === each ? "page" : undefined} onClick={() => go(each)}>
              {t(`shell.${each}`)}
            </button>
          ))}
        </nav>
      )}
      <div class="right">
        {file && (
          <span class="quiet infile">
            {models.length > 1
              ? (
                <select aria-label={t("shell.which_model")} data-testid="which-model" value={file} onChange={(event) => void openModel(event.currentTarget.value)}>
                  {models.map((line) => <option key={line.file} value={line.file}>{line.reading || line.file}</option>)}
                </select>
              )
              : <span class="filename" title={file}>{file}</span>}
            {" · "}<span data-testid="saved">{saved}</span>
          </span>
        )}
        <button data-testid="undo" disabled={steps ? !steps.undo : !document?.can_undo} title={steps ? undefined : document?.undo_words} onClick={steps?.undo ?? (() => void undo())}>↶ {t("shell.undo")}</button>
        <button data-testid="redo" disabled={steps ? !steps.redo : !document?.can_redo} title={steps ? undefined : document?.redo_words} aria-label={t("shell.redo")} onClick={steps?.redo ?? (() => void redo())}>↷</button>
        <button data-testid="history" disabled={!file} onClick={() => update({ drawer: "history" })}>{t("shell.history")}</button>
        {LANGUAGES.map((each) => (
          <button key={each} data-testid={`lang-${each}`} lang={each} aria-pressed={language === each} onClick={() => void setLanguage(each)}>
            {each.toUpperCase()}
          </button>
        ))}
        <button data-testid="keys" aria-label={t("shell.keys")} onClick={() => update({ drawer: "keys" })}>?</button>
      </div>
    </header>
  );
}
