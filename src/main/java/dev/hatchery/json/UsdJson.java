package dev.hatchery.json;

import dev.hatchery.protocol.Usd;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount of money as JSON: a number of dollars, exactly. */
public final class UsdJson {
  private UsdJson() {}

  /** The number, or null of none. */
  public static @Nullable BigDecimal of(@Nullable Usd amount) {
    if (amount == null) {
      return null;
    }
    var dollars = amount.dollars().stripTrailingZeros();
    return dollars.scale() < 0 ? dollars.setScale(0) : dollars;
  }
}
