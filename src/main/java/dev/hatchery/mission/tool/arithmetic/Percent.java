package dev.hatchery.mission.tool.arithmetic;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.AbstractOperator;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.PostfixOperator;
import com.ezylang.evalex.parser.Token;

/** {@code 17 %} is 0.17. */
@PostfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_POWER_HIGHER)
final class Percent extends AbstractOperator {
  @Override
  public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands) {
    return EvaluationValue.numberValue(operands[0].getNumberValue().movePointLeft(2));
  }
}
