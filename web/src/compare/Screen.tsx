import { t } from "../words";

/** The screen of compare. */
export function CompareScreen() {
  return <section class="pane"><h1>{t("shell.compare")}</h1></section>;
}
