/* What the analytics' codes are called. A code nobody knows yet is called by itself. */

const PROVIDERS = {
  storyteller: 'Embedded storyteller',
  painter: 'Embedded painter',
  anthropic: 'Anthropic',
  openai: 'OpenAI-compatible',
  ollama: 'Ollama',
  'sd-cli': 'stable-diffusion.cpp',
};

const PARTS = { morning: 'Morning', afternoon: 'Afternoon', night: 'Night' };

const REASONS = {
  model_silent: 'The model did not answer',
  model_slow: 'The model timed out',
  model_down: 'The model was down',
  model_overloaded: 'The model was overloaded',
  model_broken_off: 'The model broke off',
  model_unreadable: 'The answer made no sense',
  model_refused: 'The model refused',
  model_misconfigured: 'The model was not set up right',
  renderer_missing: 'The painter was not installed',
  renderer_unusable: 'The painter could not be used',
  renderer_crashed: 'The painter crashed',
  renderer_killed: 'The painter was killed',
  renderer_no_picture: 'The painter left no picture',
  renderer_bad_picture: 'The picture was broken',
  renderer_silent: 'The painter went silent',
  renderer_too_long: 'The painter took too long',
};

const MONTHS = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

export const providerName = (code) => named(PROVIDERS, code);
export const partName = (code) => named(PARTS, code);
export const reason = (code) => named(REASONS, code);

/** "2026-09-07" → "Sept.". */
export function month(day) {
  return MONTHS[Number(day.slice(5, 7)) - 1] ?? day;
}

function named(names, code) {
  return Object.hasOwn(names, code) ? names[code] : code;
}
