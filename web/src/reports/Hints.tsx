import { choose } from "../session";
import { t } from "../words";
import { setDesk, useDesk } from "./desk";

const HINTS: [string, string][] = [
  ["J K", "move"], ["A", "accept"], ["R", "reject"], ["E", "edit"], ["N", "add"], ["U", "undo"], ["?", "help"],
];

/** Which keys do what; and the switch that keeps single keys from doing anything. */
export function Hints() {
  const { keys, help } = useDesk();
  const turn = () => {
    choose({ keys: !keys });
    setDesk({ keys: !keys });
  };
  return (
    <footer class="hints">
      {help && <p class="help" role="note">{t("reports.help")}</p>}
      <ul aria-label={t("reports.keys")} data-off={!keys || undefined}>
        {HINTS.map(([key, what]) => (
          <li key={what}>{key.split(" ").map((each) => <kbd key={each}>{each}</kbd>)} {t(`reports.key_${what}`)}</li>
        ))}
      </ul>
      <label><input type="checkbox" checked={keys} onChange={turn} /> {t("reports.keys_on")}</label>
    </footer>
  );
}
