package dev.hatchery.mission.tool.arithmetic;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameterDefinition;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.Token;
import java.util.List;

/** The library's operators and functions, which fail rather than go on with a huge number. */
final class Bounded {
  private static final int DIGITS_MOST = 1_000;

  private Bounded() {}

  static OperatorIfc operator(OperatorIfc operator) {
    return new Operator(operator);
  }

  static FunctionIfc function(FunctionIfc function) {
    return new Function(function);
  }

  private static EvaluationValue checked(Token token, EvaluationValue value)
      throws EvaluationException {
    if (!value.isNumberValue()) {
      throw new EvaluationException(token, "no number");
    }
    var number = value.getNumberValue();
    var exponent = (long) number.precision() - number.scale();
    if (number.signum() != 0 && Math.abs(exponent) > DIGITS_MOST) {
      throw new EvaluationException(token, "more than %d digits".formatted(DIGITS_MOST));
    }
    return value;
  }

  private record Operator(OperatorIfc operator) implements OperatorIfc {
    @Override
    public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands)
        throws EvaluationException {
      return checked(token, operator.evaluate(expression, token, operands));
    }

    @Override
    public int getPrecedence() {
      return operator.getPrecedence();
    }

    @Override
    public int getPrecedence(ExpressionConfiguration rules) {
      return operator.getPrecedence(rules);
    }

    @Override
    public boolean isLeftAssociative() {
      return operator.isLeftAssociative();
    }

    @Override
    public boolean isPrefix() {
      return operator.isPrefix();
    }

    @Override
    public boolean isPostfix() {
      return operator.isPostfix();
    }

    @Override
    public boolean isInfix() {
      return operator.isInfix();
    }

    @Override
    public boolean isOperandLazy() {
      return operator.isOperandLazy();
    }
  }

  private record Function(FunctionIfc function) implements FunctionIfc {
    @Override
    public EvaluationValue evaluate(
        Expression expression, Token token, EvaluationValue... parameters)
        throws EvaluationException {
      return checked(token, function.evaluate(expression, token, parameters));
    }

    @Override
    public List<FunctionParameterDefinition> getFunctionParameterDefinitions() {
      return function.getFunctionParameterDefinitions();
    }

    @Override
    public void validatePreEvaluation(Token token, EvaluationValue... parameters)
        throws EvaluationException {
      function.validatePreEvaluation(token, parameters);
    }

    @Override
    public boolean hasVarArgs() {
      return function.hasVarArgs();
    }

    @Override
    public boolean isParameterLazy(int index) {
      return function.isParameterLazy(index);
    }

    @Override
    public int getCountOfNonVarArgParameters() {
      return function.getCountOfNonVarArgParameters();
    }
  }
}
