package io.politely.pursuits.web;

import io.politely.accounts.MemberId;
import io.politely.kernel.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Files of jobs that were chosen and are looked at before anything is kept: in memory only, one for
 * each member, and forgotten when many others came since or the program ends.
 */
@Component
class HeldJobs {

  private static final int MOST = 20;

  private final Map<UUID, HeldFile> files = new LinkedHashMap<>();

  synchronized void hold(UUID id, HeldFile file) {
    files.values().removeIf(held -> held.by().equals(file.by()));
    if (files.size() >= MOST) {
      files.remove(files.keySet().iterator().next());
    }
    files.put(id, file);
  }

  synchronized Optional<HeldFile> held(WorkspaceId workspace, MemberId by, UUID id) {
    return Optional.ofNullable(files.get(id))
        .filter(file -> file.workspace().equals(workspace) && file.by().equals(by));
  }

  synchronized void forget(UUID id) {
    files.remove(id);
  }
}
