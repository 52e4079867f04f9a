package dev.hatchery.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddressesTest {
  @Test
  void everyQuestionIsAnsweredByTheNodeThatAsksIt() {
    assertThat(questions()).extracting(question -> question.reach()).containsOnly(Reach.NODE);
  }

  @Test
  void aQuestionToOneNodeTravelsUnderAnAddressOfItsOwn() {
    var there = Addresses.PREVIEW.at("b");

    assertThat(there.reach()).isEqualTo(Reach.CLUSTER);
    assertThat(there.address()).isNotEqualTo(Addresses.PREVIEW.at("a").address());
    assertThat(there.patience()).isEqualTo(Addresses.PREVIEW.patience());
  }

  @Test
  void theJournalIsToldToAllNodesAndWhatOnlyPassesByToNone() {
    assertThat(Addresses.COMMITTED.reach()).isEqualTo(Reach.CLUSTER);
    assertThat(List.of(Addresses.ENTERED, Addresses.MEASURED, Addresses.WAITED, Addresses.FED))
        .extracting(topic -> topic.reach())
        .containsOnly(Reach.NODE);
  }

  @Test
  void noTwoShareAnAddress() {
    var addresses =
        Stream.concat(
            questions().map(question -> question.address()),
            topics().map(topic -> topic.address()));

    assertThat(addresses).doesNotHaveDuplicates();
  }

  private static Stream<Question<?, ?>> questions() {
    return values().filter(Question.class::isInstance).map(value -> (Question<?, ?>) value);
  }

  private static Stream<Topic<?>> topics() {
    return values().filter(Topic.class::isInstance).map(value -> (Topic<?>) value);
  }

  private static Stream<Object> values() {
    return Stream.of(Addresses.class.getFields()).map(AddressesTest::value);
  }

  private static Object value(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
