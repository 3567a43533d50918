import { t } from "../words";

/** The screen of tables. */
export function TablesScreen() {
  return <section class="pane"><h1>{t("shell.tables")}</h1></section>;
}
