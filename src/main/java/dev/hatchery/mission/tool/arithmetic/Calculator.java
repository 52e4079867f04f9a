package dev.hatchery.mission.tool.arithmetic;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Works out an expression of numbers, {@code + - * / ^ %}, brackets and a few functions, to 34
 * digits. No number on the way may have more than a thousand digits, which bounds the time as well.
 */
public final class Calculator {
  private static final MathContext DIGITS = MathContext.DECIMAL128;
  private static final MathContext SHOWN_OF_AN_ENDLESS_NUMBER = new MathContext(15);
  private static final int PLAIN_FROM = -12;
  private static final BigDecimal PI = new BigDecimal("3.141592653589793238462643383279503");

  /** What each function is called here, and in the library. */
  private static final Map<String, String> NAMES =
      Map.of(
          "abs", "ABS", "sqrt", "SQRT", "floor", "FLOOR", "ceil", "CEILING", "min", "MIN", "max",
          "MAX", "sum", "SUM", "average", "AVERAGE", "ln", "LOG", "log", "LOG10");

  /** The functions it knows. */
  static final Set<String> FUNCTIONS = NAMES.keySet();

  private final ExpressionConfiguration rules;

  public Calculator() {
    var library = ExpressionConfiguration.defaultConfiguration();
    var operators = new MapBasedOperatorDictionary();
    for (var sign : List.of("+", "-", "*", "/", "^")) {
      operators.addOperator(
          sign, Bounded.operator(library.getOperatorDictionary().getInfixOperator(sign)));
    }
    operators.addOperator("-", library.getOperatorDictionary().getPrefixOperator("-"));
    operators.addOperator("%", new Percent());
    var functions = new MapBasedFunctionDictionary();
    NAMES.forEach(
        (ours, theirs) ->
            functions.addFunction(
                ours, Bounded.function(library.getFunctionDictionary().getFunction(theirs))));
    rules =
        ExpressionConfiguration.builder()
            .operatorDictionary(operators)
            .functionDictionary(functions)
            .mathContext(DIGITS)
            .defaultConstants(Map.of("pi", EvaluationValue.numberValue(PI)))
            .powerOfPrecedence(OperatorIfc.OPERATOR_PRECEDENCE_POWER_HIGHER)
            .implicitMultiplicationAllowed(false)
            .arraysAllowed(false)
            .structuresAllowed(false)
            .build();
  }

  /**
   * The result in decimal digits; 15 of them when it does not end.
   *
   * @param expression one that {@link Calculations} found
   * @throws CalculationException when it has no result, or one that is too large
   */
  public String result(String expression) {
    try {
      return shown(new Expression(expression, rules).evaluate().getNumberValue());
    } catch (ParseException e) {
      throw new CalculationException("The calculation cannot be read");
    } catch (EvaluationException | ArithmeticException | NumberFormatException e) {
      throw new CalculationException(words(e));
    }
  }

  private static String words(Exception failure) {
    var message = String.valueOf(failure.getMessage());
    return message.contains("Division by zero") || message.contains("by zero")
        ? "Division by zero"
        : "The calculation has no result that can be written";
  }

  private static String shown(BigDecimal result) {
    var exact = result.stripTrailingZeros();
    var number =
        exact.precision() < DIGITS.getPrecision()
            ? exact
            : exact.round(SHOWN_OF_AN_ENDLESS_NUMBER).stripTrailingZeros();
    var exponent = number.precision() - number.scale() - 1;
    return exponent >= PLAIN_FROM && exponent <= DIGITS.getPrecision()
        ? number.toPlainString()
        : number.toString();
  }
}
