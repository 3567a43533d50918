import { t } from "../words";

/** The screen of brief. */
export function BriefScreen() {
  return <section class="pane"><h1>{t("shell.brief")}</h1></section>;
}
