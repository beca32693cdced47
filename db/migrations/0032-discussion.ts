import { type Kysely, sql } from 'kysely'

/** Discussions of courses and lessons: threads, posts one level deep, mentions, followers, reports and the switch. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table discussion_thread (
      thread_id uuid primary key,
      course_id uuid not null references course,
      lesson_id uuid references lesson,
      title text not null check (length(title) <= 120),
      created_at timestamptz not null,
      locked_at timestamptz,
      locked_by uuid references person,
      check ((locked_at is null) = (locked_by is null))
    );
    create index discussion_thread_course on discussion_thread (course_id, lesson_id);
    create table discussion_post (
      post_id uuid primary key,
      thread_id uuid not null references discussion_thread on delete cascade,
      author_id uuid not null references person,
      depth smallint not null check (depth in (0, 1)),
      parent_id uuid,
      parent_depth smallint generated always as (case when parent_id is null then null else 0 end) stored,
      is_opening boolean not null,
      body text not null check (length(body) <= 12000),
      posted_at timestamptz not null,
      edited_at timestamptz,
      removed_at timestamptz,
      hidden_at timestamptz,
      hidden_by uuid references person,
      hidden_reason text,
      unique (post_id, thread_id, depth),
      foreign key (parent_id, thread_id, parent_depth) references discussion_post (post_id, thread_id, depth),
      check ((depth = 1) = (parent_id is not null)),
      check (not is_opening or depth = 0),
      check (removed_at is null or body = ''),
      check ((hidden_at is null) = (hidden_by is null) and (hidden_at is null) = (hidden_reason is null))
    );
    create unique index discussion_post_opening on discussion_post (thread_id) where is_opening;
    create index discussion_post_thread on discussion_post (thread_id, posted_at);
    create index discussion_post_parent on discussion_post (parent_id) where parent_id is not null;
    create index discussion_post_author on discussion_post (author_id);
    create table discussion_mention (
      post_id uuid not null references discussion_post on delete cascade,
      person_id uuid not null references person,
      primary key (post_id, person_id)
    );
    create index discussion_mention_person on discussion_mention (person_id);
    create table discussion_follow (
      person_id uuid not null references person,
      course_id uuid not null references course,
      lesson_id uuid references lesson,
      thread_id uuid references discussion_thread on delete cascade,
      follows boolean not null,
      changed_at timestamptz not null,
      seen_at timestamptz,
      unique nulls not distinct (person_id, course_id, lesson_id, thread_id),
      check (num_nonnulls(lesson_id, thread_id) <= 1)
    );
    create index discussion_follow_course on discussion_follow (course_id, lesson_id) where thread_id is null;
    create index discussion_follow_thread on discussion_follow (thread_id) where thread_id is not null;
    create table discussion_report (
      post_id uuid not null references discussion_post on delete cascade,
      reported_by uuid not null references person,
      reason text not null check (length(reason) between 1 and 500),
      reported_at timestamptz not null,
      settled_at timestamptz,
      settled_by uuid references person,
      primary key (post_id, reported_by),
      check ((settled_at is null) = (settled_by is null))
    );
    create index discussion_report_person on discussion_report (reported_by);
    create index discussion_report_open on discussion_report (post_id) where settled_at is null;
    create table discussion_switch (
      course_id uuid primary key references course,
      is_open boolean not null,
      changed_by uuid not null references person,
      changed_at timestamptz not null
    );
    insert into retention_rule (retention_rule_id, subject, keeps_from, keep_days, keep_years, fund_evidence, is_sourced, source)
    values ('inlagg', 'Inlägg i diskussioner', 'handelse', 365, null, false, false, 'Portalens val')
    on conflict do nothing;
  `.execute(db)
}
