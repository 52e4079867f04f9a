package dev.hatchery.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddressesTest {
  @Test
  void everyQuestionIsAnsweredByTheNodeThatAsksIt() {
    assertThat(all(Question.class)).extracting(Question::reach).containsOnly(Reach.NODE);
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
        .extracting(Topic::reach)
        .containsOnly(Reach.NODE);
  }

  @Test
  void noTwoShareAnAddress() {
    var addresses =
        Stream.concat(
            all(Question.class).stream().map(Question::address),
            all(Topic.class).stream().map(Topic::address));

    assertThat(addresses).doesNotHaveDuplicates();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T> List<T> all(Class<T> kind) {
    return (List)
        Stream.of(Addresses.class.getFields())
            .filter(field -> field.getType() == kind)
            .map(AddressesTest::value)
            .toList();
  }

  private static Object value(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
