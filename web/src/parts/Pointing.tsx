// The panel that makes a part of the model of a sentence; it is fetched when one is first pointed at.
import { useEffect, useState } from "preact/hooks";
import { useStore } from "../store";

type Panel = () => preact.JSX.Element | null;

export function Pointing() {
  const isPointed = useStore((state) => state.pointed !== null);
  const [panel, set] = useState<{ Panel: Panel } | null>(null);
  useEffect(() => {
    if (isPointed && !panel) void import("../dossier/Point").then(({ Point }) => set({ Panel: Point }));
  }, [isPointed]);
  return panel && <panel.Panel />;
}
