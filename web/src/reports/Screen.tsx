import { t } from "../words";

/** The screen of reports. */
export function ReportsScreen() {
  return <section class="pane"><h1>{t("shell.reports")}</h1></section>;
}
