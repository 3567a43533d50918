import { t } from "../words";

/** The screen of dossier. */
export function DossierScreen() {
  return <section class="pane"><h1>{t("shell.dossier")}</h1></section>;
}
