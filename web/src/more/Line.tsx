import { useState } from "preact/hooks";
import { say } from "../actions";
import { t } from "../words";

/** The line that does it in a terminal, to be copied. */
export function Line({ line }: { line: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(line);
    setCopied(true);
    say(t("more.copied"));
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <details class="line">
      <summary>{t("more.line")}</summary>
      <code tabIndex={0}>{line}</code>
      <button onClick={() => void copy().catch(() => undefined)}>{copied ? t("more.copied") : t("more.copy")}</button>
    </details>
  );
}
