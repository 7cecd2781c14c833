package io.politely.contacts;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.politely.contacts.OwnField.Value;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.Formulas;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes a table that Politely itself and the usual spreadsheets read: RFC 4180, with a header, and
 * no cell that a spreadsheet would compute.
 */
@Edge
final class TableWriter implements ContactWriter {

  private static final String MARK = "\ufeff";
  private static final List<String> HEADER =
      List.of(
          "Name",
          "Email",
          "Company",
          "Job title",
          "Phone",
          "Website",
          "Tags",
          "Notes",
          "Connected on");

  private final CsvWriter table;

  private final List<OwnField> fields;

  TableWriter(Writer out, List<OwnField> fields) throws IOException {
    this.fields = List.copyOf(fields);
    out.write(MARK);
    table = CsvWriter.builder().build(out);
    table.writeRecord(
        Stream.concat(HEADER.stream(), fields.stream().map(OwnField::name).map(Formulas::disarm))
            .toList());
  }

  @Override
  public void write(Contact contact, Map<UUID, Value> own) {
    table.writeRecord(
        Stream.concat(
                Stream.of(
                    contact.name(),
                    String.join("; ", contact.mail().stream().map(EmailAddress::value).toList()),
                    contact.company(),
                    contact.title(),
                    String.join("; ", contact.phones()),
                    String.join(" ::: ", contact.links()),
                    String.join("; ", contact.tags()),
                    contact.note(),
                    Optional.ofNullable(contact.connectedOn()).map(Object::toString).orElse("")),
                fields.stream()
                    .map(field ->
                        Optional.ofNullable(own.get(field.id())).map(Value::words).orElse("")))
            .map(Formulas::disarm)
            .toList());
  }

  @Override
  public void flush() throws IOException {
    table.flush();
  }
}
