import { t } from "../words";

/** The screen of cases. */
export function CasesScreen() {
  return <section class="pane"><h1>{t("shell.cases")}</h1></section>;
}
