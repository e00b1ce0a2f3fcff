-- A session names a topic, an audience, a partner … once. One named twice would count twice under it, and a figure would
-- say more sessions than the list behind it shows.

CREATE FUNCTION app_each_once(list anyarray) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = pg_catalog, public AS $$
  SELECT count(*) = count(DISTINCT x) FROM unnest(list) x
$$;

-- Sessions stored with repeats: each name stays where it stood first. The triggers take the repeats out of the rollups.
DO $$
DECLARE before text[] := app_widen(); field text;
BEGIN
  FOREACH field IN ARRAY ARRAY['topics', 'audiences', 'languages', 'co_unit_ids', 'co_agencies', 'point_ids', 'directives'] LOOP
    EXECUTE format($mend$
      UPDATE outreach_session SET %1$I = ARRAY(SELECT e.x FROM unnest(%1$I) WITH ORDINALITY AS e (x, place) GROUP BY e.x ORDER BY min(e.place))
       WHERE cardinality(%1$I) > 1 AND NOT app_each_once(%1$I)
    $mend$, field);
  END LOOP;
  PERFORM app_narrow(before);
END $$;

-- Most lists hold one name: those need no counting.
ALTER TABLE outreach_session ADD CONSTRAINT session_each_once CHECK (
  (cardinality(topics) < 2 OR app_each_once(topics)) AND (cardinality(audiences) < 2 OR app_each_once(audiences))
  AND (cardinality(languages) < 2 OR app_each_once(languages)) AND (cardinality(co_unit_ids) < 2 OR app_each_once(co_unit_ids))
  AND (cardinality(co_agencies) < 2 OR app_each_once(co_agencies)) AND (cardinality(point_ids) < 2 OR app_each_once(point_ids))
  AND (cardinality(directives) < 2 OR app_each_once(directives)));
