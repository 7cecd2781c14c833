package io.politely.pursuits.web;

import io.politely.accounts.MemberId;
import io.politely.kernel.WorkspaceId;
import io.politely.pursuits.JobTable;

/** A file of jobs that a member looks at. */
record HeldFile(WorkspaceId workspace, MemberId by, String name, JobTable table) {}
