// The shapes of the server's answers, made from its own description of them: `npm run types`.
import type { components } from "./api";

type Schemas = components["schemas"];
export type Answers = Schemas["Answers"];
export type CaseList = Schemas["CaseList"];
export type CaseOverview = Schemas["CaseOverview"];
export type Change = Schemas["Change"];
export type Clause = Schemas["Clause"];
export type Edited = Schemas["Edited"];
export type Maker = Schemas["Maker"];
export type ModelDocument = Schemas["ModelDocument"];
export type Quote = Schemas["Quote"];
export type Refused = Schemas["Refused"];
export type Session = Schemas["Session"];
export type Steps = Schemas["Steps"];
export type Why = Schemas["Why"];
export type Operation = { op: string; [key: string]: unknown };
export type ActChange = Schemas["ActChange"];
export type ActRow = Schemas["ActRow"];
export type Choices = Schemas["Choices"];
export type Corrected = Schemas["Corrected"];
export type CorrectionBody = Schemas["CorrectionBody"];
export type Dropped = Schemas["Dropped"];
export type ItemRow = Schemas["ItemRow"];
export type ReportLine = Schemas["ReportLine"];
export type ReportView = Schemas["ReportView"];
