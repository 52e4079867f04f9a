/** Which language models there are: chooses the configured one and says which. */
@NullMarked
package dev.hatchery.llm.catalog;

import org.jspecify.annotations.NullMarked;
