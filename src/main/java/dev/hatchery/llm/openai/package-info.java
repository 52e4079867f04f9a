/** Chat completions as OpenAI and very many other servers speak them; owns request and answer. */
@NullMarked
package dev.hatchery.llm.openai;

import org.jspecify.annotations.NullMarked;
