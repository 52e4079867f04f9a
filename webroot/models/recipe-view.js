/* Missions to be had again: words, nothing of the DOM. */

import { isFew, of100 } from './trust.js';

/** A recipe as {id, name, template, parameters: [{name, label}], says, few}. */
export function recipe({
  recipe_id: id,
  name,
  built_in: builtIn,
  objective_template: template,
  parameters = [],
  runs = 0,
  success_rate: rate,
}) {
  return {
    id,
    name,
    template,
    parameters: parameters.map((parameter) => ({ name: parameter, label: labelled(parameter) })),
    says: [builtIn ? 'built in' : 'your own', outcome(runs, rate)].join(', '),
    few: runs > 0 && isFew(runs),
  };
}

/** The objective that a recipe's template becomes with these values, as far as they are given. */
export function objective(template, values) {
  return template.replace(/\{(\w+)\}/g, (gap, name) => values[name]?.trim() || gap);
}

function outcome(runs, rate) {
  return runs > 0 && rate != null ? `${of100(rate, runs)} went well` : 'not tried yet';
}

function labelled(parameter) {
  const words = parameter.replaceAll('_', ' ');
  return words[0].toUpperCase() + words.slice(1);
}
