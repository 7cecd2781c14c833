package io.politely.contacts;

/** As what people can be exported. */
public enum ExportFormat {
  /** A table for spreadsheets, UTF-8 with its mark, since Excel takes it for something else. */
  CSV("text/csv;charset=utf-8", "people.csv"),
  /** Cards, vCard 3.0 (RFC 2426), which every address book reads. */
  VCARD("text/vcard;charset=utf-8", "people.vcf");

  private final String mediaType;
  private final String fileName;

  ExportFormat(String mediaType, String fileName) {
    this.mediaType = mediaType;
    this.fileName = fileName;
  }

  /** What a browser is told. */
  public String mediaType() {
    return mediaType;
  }

  /** Under which name a browser keeps it. */
  public String fileName() {
    return fileName;
  }
}
