// The panel that makes a part of the model of a sentence; it is fetched when one is first pointed at.
import { useRef } from "preact/hooks";
import { useStore } from "../store";
import { lazily } from "./lazily";

const Panel = lazily(async () => (await import("../dossier/Point")).Point);

export function Pointing() {
  const isPointed = useStore((state) => state.pointed !== null);
  const isFetched = useRef(false);
  isFetched.current ||= isPointed;
  return isFetched.current ? <Panel /> : null;
}
