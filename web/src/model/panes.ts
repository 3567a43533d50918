// The panes beside the graph. Each is a component of no arguments; its name is model.pane_NAME.
import type { ComponentType } from "preact";
import { WantsPane } from "./wants/WantsPane";

export const PANES: readonly (readonly [string, ComponentType])[] = [
  ["wants", WantsPane],
];
