package io.politely.reading;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a writer is at home: what his numeric dates mean, and which days are holidays.
 *
 * @param language the language of the sentence
 * @param country the two letters of ISO 3166, upper case
 */
record Place(Language language, String country) {

  /** Zones by country, after the tz database's zone.tab; the ones people write mail from. */
  private static final String ZONES =
      """
      GB London Belfast Jersey Guernsey Isle_of_Man
      IE Dublin
      DE Berlin Busingen
      AT Vienna
      CH Zurich
      FR Paris
      BE Brussels
      LU Luxembourg
      NL Amsterdam
      ES Madrid Canary Ceuta
      PT Lisbon Madeira Azores
      IT Rome
      DK Copenhagen
      SE Stockholm
      NO Oslo
      FI Helsinki
      PL Warsaw
      US New_York Chicago Denver Los_Angeles Phoenix Detroit Boise Anchorage Honolulu Indianapolis
      CA Toronto Vancouver Montreal Halifax Winnipeg Edmonton Regina St_Johns
      MX Mexico_City Monterrey Tijuana Cancun Merida
      BR Sao_Paulo Fortaleza Recife Bahia Manaus Belem Cuiaba
      AU Sydney Melbourne Brisbane Adelaide Perth Hobart Darwin
      """;

  private static final Map<String, String> COUNTRY_OF_CITY = new HashMap<>();

  static {
    ZONES
        .lines()
        .forEach(line -> {
          for (var city : line.substring(3).split(" ", -1)) {
            COUNTRY_OF_CITY.put(city, line.substring(0, 2));
          }
        });
  }

  /** The same place, for a sentence in another language. */
  Place in(Language other) {
    return new Place(other, country);
  }

  /** 08/09 is the 9th of August here. */
  boolean writesMonthFirst() {
    return country.equals("US") || country.equals("PH");
  }

  /**
   * The country of a sender by the zone of his clock, else by the end of his address, else by his
   * language and how far his clock is from Greenwich.
   */
  static String country(Letter letter, Language language) {
    var sentAt = letter.sentAt();
    var byZone = sentAt == null ? null : country(sentAt.getZone());
    if (byZone != null) {
      return byZone;
    }
    var byAddress = byAddress(letter.header("from").orElse(""));
    if (byAddress != null) {
      return byAddress;
    }
    int hours = sentAt == null ? 0 : sentAt.getOffset().getTotalSeconds() / 3600;
    return switch (language) {
      case ENGLISH -> sentAt == null || hours <= -4 ? "US" : hours >= 8 ? "AU" : "GB";
      case PORTUGUESE -> hours <= -2 ? "BR" : "PT";
      case SPANISH -> hours <= -2 ? "MX" : "ES";
      default -> language.country();
    };
  }

  /** Null for a zone that tells no country, such as a bare offset. */
  static @Nullable String country(ZoneId zone) {
    return COUNTRY_OF_CITY.get(zone.getId().substring(zone.getId().lastIndexOf('/') + 1));
  }

  private static @Nullable String byAddress(String from) {
    int dot = from.lastIndexOf('.');
    int end = dot + 1;
    while (end > 0 && end < from.length() && Character.isLetter(from.charAt(end))) {
      end++;
    }
    if (dot < 0 || end - dot != 3) {
      return null;
    }
    var country = from.substring(dot + 1, end).toUpperCase(Locale.ROOT);
    return country.equals("UK") ? "GB" : Holidays.countries().contains(country) ? country : null;
  }
}
