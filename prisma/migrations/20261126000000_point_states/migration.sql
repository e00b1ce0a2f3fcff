-- States a point can be in, besides those it had. On their own, since a transaction that adds a value cannot use it.
ALTER TYPE point_status ADD VALUE 'recognized' BEFORE 'ended';
ALTER TYPE point_status ADD VALUE 'replicating' BEFORE 'ended';
ALTER TYPE point_status ADD VALUE 'declined';
