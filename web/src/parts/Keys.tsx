// The drawer of keys: what can be done without a mouse, by screen, and the way into the tour.
import { update, useStore, type Screen } from "../store";
import { t } from "../words";
import { Drawer } from "./Drawer";

type Line = [keys: string[], what: string];

const EVERYWHERE: Line[] = [
  [["?"], "keys"], [["F6"], "panes"], [["Tab"], "next"], [["Ctrl", "Z"], "undo"], [["Ctrl", "Y"], "redo"], [["Esc"], "close"],
];
const SCREENS: Partial<Record<Screen, Line[]>> = {
  reports: [[["J"], "forward"], [["K"], "backward"], [["A"], "accept"], [["R"], "reject"], [["E"], "edit"], [["N"], "add"], [["U"], "take_back"]],
  model: [[["Space"], "pick_up"], [["↑", "↓"], "move"], [["Enter"], "why"], [["←", "→"], "cells"], [["Esc"], "put_back"]],
};

export function Keys() {
  const screen = useStore((state) => state.screen);
  const own = SCREENS[screen];
  const others = Object.entries(SCREENS).filter(([each]) => each !== screen);
  return (
    <Drawer title={t("keys.title")} id="keys">
      {own && <Lines title={t(`shell.${screen}`)} lines={own} />}
      <Lines title={t("keys.everywhere")} lines={EVERYWHERE} />
      {others.map(([each, lines]) => <Lines key={each} title={t(`shell.${each}`)} lines={lines} />)}
      <p><button data-testid="keys-tour" onClick={() => update({ drawer: "tour" })}>{t("cases.tour")}</button></p>
    </Drawer>
  );
}

function Lines({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <section class="keylines">
      <h3>{title}</h3>
      <dl>
        {lines.map(([keys, what]) => (
          <div key={what}>
            <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{t(`keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
