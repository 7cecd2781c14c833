package io.politely.mail;

/** What a folder is for, whatever the mailbox calls it. */
public enum FolderRole {
  INBOX,
  SENT,
  DRAFTS,
  TRASH,
  JUNK,
  OTHER
}
