import { t } from "../words";

/** The screen of model. */
export function ModelScreen() {
  return <section class="pane"><h1>{t("shell.model")}</h1></section>;
}
