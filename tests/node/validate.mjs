// Holds files against JSON Schemas with ajv: reads [{schema, file}, …] from the standard input and prints [true, …].
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";

// strictRequired would want every branch of a oneOf to repeat the properties that it requires.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
addFormats(ajv);

const validators = new Map();
function validator(path) {
  if (!validators.has(path)) validators.set(path, ajv.compile(JSON.parse(readFileSync(path, "utf8"))));
  return validators.get(path);
}

const asked = JSON.parse(readFileSync(0, "utf8"));
const verdicts = asked.map(({ schema, file }) => validator(schema)(parse(readFileSync(file, "utf8"))));
process.stdout.write(JSON.stringify(verdicts));
